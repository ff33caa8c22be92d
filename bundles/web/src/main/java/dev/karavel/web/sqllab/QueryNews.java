package dev.karavel.web.sqllab;

import dev.karavel.api.event.Topics;
import dev.karavel.api.sqllab.LabQueries;
import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.web.event.Listeners;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** Tells the pages of whoever asked how his queries stand. */
@Component(property = EventConstants.EVENT_TOPIC + "=" + Topics.LAB_QUERY_CHANGED)
public final class QueryNews implements EventHandler {
    private final LabQueries queries;
    private final Listeners listeners;

    @Activate
    public QueryNews(@Reference LabQueries queries, @Reference Listeners listeners) {
        this.queries = queries;
        this.listeners = listeners;
    }

    @Override
    public void handleEvent(Event event) {
        if (event.getProperty(Topics.ID) instanceof Long id && listeners.any()) {
            queries.find(id).ifPresent(query -> listeners.tell(query.question().userId(), "query-changed", row(query)));
        }
    }

    private static Map<String, Object> row(LabQuery query) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", query.clientId());
        row.put("queryId", query.id());
        row.put("state", query.course().state().name().toLowerCase(Locale.ROOT));
        row.put("progress", query.course().progress());
        row.put("resultsKey", query.course().resultsKey().orElse(null));
        return row;
    }
}
