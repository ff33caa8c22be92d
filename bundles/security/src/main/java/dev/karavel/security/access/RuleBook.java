package dev.karavel.security.access;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.RowRule;
import dev.karavel.api.catalog.RowRules;
import dev.karavel.api.event.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** The row rules as they were a few seconds ago at most; changes on this node are seen at once. */
@Component(
        service = {RuleBook.class, EventHandler.class},
        property = EventConstants.EVENT_TOPIC + "=" + Topics.ROW_RULE_CHANGED)
public final class RuleBook implements EventHandler {
    private static final Duration FRESH = Duration.ofSeconds(3);

    private record Photograph(List<RowRule> rules, long changes, long at) {}

    private final RowRules rules;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile Photograph photograph;

    @Activate
    public RuleBook(@Reference RowRules rules) {
        this(rules, Clock.systemUTC());
    }

    RuleBook(RowRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    List<RowRule> ofDataset(long datasetId) {
        Photograph current = photograph;
        long now = clock.millis();
        if (current == null || current.changes != changes.get() || now - current.at > FRESH.toMillis()) {
            long seen = changes.get();
            current = new Photograph(rules.list(ListQuery.everything()).items(), seen, now);
            photograph = current;
        }
        return current.rules.stream()
                .filter(rule -> rule.datasets().contains(datasetId))
                .toList();
    }

    @Override
    public void handleEvent(Event event) {
        changes.incrementAndGet();
    }
}
