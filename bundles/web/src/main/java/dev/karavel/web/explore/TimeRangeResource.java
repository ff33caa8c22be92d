package dev.karavel.web.explore;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.TimeWords;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import dev.karavel.web.rison.Rison;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What words for a range of time mean now. */
@Component(service = TimeRangeResource.class)
@RestResource
@Path("time_range")
@Produces(MediaType.APPLICATION_JSON)
public final class TimeRangeResource {
    private static final int MOST = 50;

    private final TimeWords words;

    @Activate
    public TimeRangeResource(@Reference TimeWords words) {
        this.words = words;
    }

    @GET
    @Needs(action = "can_read", view = "Explore")
    @Says("The bounds of ranges of time: q='Last week', or q=!((timeRange:'Last week'),…)")
    public Map<String, Object> resolve(@QueryParam("q") String q) {
        Object asked = Rison.parse(q == null ? "''" : q);
        List<?> ranges = asked instanceof List<?> several ? several : List.of(asked);
        if (ranges.size() > MOST) {
            throw KaravelException.invalid("q", "At most " + MOST + " ranges at once");
        }
        List<Map<String, Object>> result = new ArrayList<>();
        ranges.forEach(range -> result.add(row(text(range))));
        return Map.of("result", result);
    }

    private Map<String, Object> row(String range) {
        TimeBounds bounds = words.resolve(range);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("since", moment(bounds.from()));
        row.put("until", moment(bounds.to()));
        row.put("timeRange", range);
        return row;
    }

    private static String text(Object range) {
        Object named = range instanceof Map<?, ?> object ? object.get("timeRange") : range;
        if (named instanceof String text) {
            return text;
        }
        throw KaravelException.invalid("q", "A range of time is a text, or (timeRange:'…')");
    }

    private static String moment(Optional<LocalDateTime> bound) {
        return bound.map(time -> time.withNano(0).toString())
                .map(text -> text.length() == 16 ? text + ":00" : text)
                .orElse(null);
    }
}
