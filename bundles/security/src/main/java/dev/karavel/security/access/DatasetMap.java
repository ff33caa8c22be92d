package dev.karavel.security.access;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.event.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** Where each dataset lives and whose it is, as of half a minute ago at most; changes on this node are seen at once. */
@Component(
        service = {DatasetMap.class, EventHandler.class},
        property = {
            EventConstants.EVENT_TOPIC + "=" + Topics.DATASET_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.DATABASE_CHANGED
        })
public final class DatasetMap implements EventHandler {
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** @param database the name of its database */
    record Place(long datasetId, long databaseId, String database, Optional<String> schema, Set<Long> owners) {}

    private record Photograph(Map<Long, Place> places, long changes, long at) {}

    private final Datasets datasets;
    private final Databases databases;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile Photograph photograph;

    @Activate
    public DatasetMap(@Reference Datasets datasets, @Reference Databases databases) {
        this(datasets, databases, Clock.systemUTC());
    }

    DatasetMap(Datasets datasets, Databases databases, Clock clock) {
        this.datasets = datasets;
        this.databases = databases;
        this.clock = clock;
    }

    Collection<Place> all() {
        return current().places.values();
    }

    Optional<Place> find(long datasetId) {
        return Optional.ofNullable(current().places.get(datasetId));
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
        Map<Long, String> names = new HashMap<>();
        for (Database database : databases.list(ListQuery.everything()).items()) {
            names.put(database.id(), database.name());
        }
        Map<Long, Place> places = new HashMap<>();
        for (Dataset dataset : datasets.list(ListQuery.everything()).items()) {
            String database = names.getOrDefault(dataset.databaseId(), "");
            places.put(
                    dataset.id(),
                    new Place(dataset.id(), dataset.databaseId(), database, dataset.schema(), dataset.owners()));
        }
        return new Photograph(places, seen, now);
    }
}
