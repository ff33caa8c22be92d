package dev.karavel.query.template;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.event.Topics;
import dev.karavel.spi.data.TableName;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/**
 * The datasets that stand for a table, as of half a minute ago at most; changes on this node are seen at once. Names count
 * ignoring case, and one without a schema counts for every schema: a rule too many is better than one too few.
 */
@Component(
        service = {PhysicalTables.class, EventHandler.class},
        property = EventConstants.EVENT_TOPIC + "=" + Topics.DATASET_CHANGED)
public final class PhysicalTables implements EventHandler {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private record Key(long database, String table) {}

    private record Photograph(Map<Key, List<Dataset>> datasets, long changes, long at) {}

    private final Datasets datasets;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile Photograph photograph;

    @Activate
    public PhysicalTables(@Reference Datasets datasets) {
        this(datasets, Clock.systemUTC());
    }

    private PhysicalTables(Datasets datasets, Clock clock) {
        this.datasets = datasets;
        this.clock = clock;
    }

    List<Dataset> of(long database, TableName table) {
        return current().datasets.getOrDefault(key(database, table.name()), List.of()).stream()
                .filter(dataset -> sameSchema(dataset.schema(), table.schema()))
                .toList();
    }

    private static boolean sameSchema(Optional<String> one, Optional<String> other) {
        return one.isEmpty() || other.isEmpty() || one.get().equalsIgnoreCase(other.get());
    }

    @Override
    public void handleEvent(Event event) {
        changes.incrementAndGet();
    }

    private Photograph current() {
        Photograph current = photograph;
        if (current == null || current.changes != changes.get() || clock.millis() - current.at > FRESH.toMillis()) {
            current = take();
            photograph = current;
        }
        return current;
    }

    private Photograph take() {
        long now = clock.millis();
        long seen = changes.get();
        Map<Key, List<Dataset>> found = new HashMap<>();
        for (Dataset dataset : datasets.list(ListQuery.everything()).items()) {
            if (!dataset.virtual()) {
                found.computeIfAbsent(key(dataset.databaseId(), dataset.tableName()), key -> new ArrayList<>())
                        .add(dataset);
            }
        }
        return new Photograph(found, seen, now);
    }

    private static Key key(long database, String table) {
        return new Key(database, table.toLowerCase(Locale.ROOT));
    }
}
