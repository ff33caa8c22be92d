package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Trash;
import dev.karavel.api.catalog.Trashed;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.metadata.entity.ChartEntity;
import dev.karavel.metadata.entity.DashboardEntity;
import dev.karavel.metadata.entity.DatasetEntity;
import dev.karavel.metadata.entity.KeptEntity;
import dev.karavel.metadata.entity.SavedQueryEntity;
import dev.karavel.metadata.entity.TrashableEntity;
import dev.karavel.metadata.history.HistorySettings;
import dev.karavel.metadata.store.Transactions;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

@Component(service = {Trash.class, StoredTrash.class})
public final class StoredTrash implements Trash {
    private static final int MOST = 500;

    /** In the order in which they can go: charts before what they are made of. */
    private static final List<Part<?>> PARTS = List.of(
            new Part<>(
                    ThingKind.DASHBOARD,
                    DashboardEntity.class,
                    new Bin("dashboards", "slug", "null"),
                    Topics.DASHBOARD_CHANGED,
                    entity -> trashed(
                            ThingKind.DASHBOARD,
                            entity,
                            entity.read().title(),
                            entity.read().owners())),
            new Part<>(
                    ThingKind.SAVED_QUERY,
                    SavedQueryEntity.class,
                    new Bin("saved_query", "", ""),
                    Topics.SAVED_QUERY_CHANGED,
                    entity -> trashed(
                            ThingKind.SAVED_QUERY,
                            entity,
                            entity.read().label(),
                            Set.of(entity.read().userId()))),
            new Part<>(
                    ThingKind.CHART,
                    ChartEntity.class,
                    new Bin("slices", "", ""),
                    Topics.CHART_CHANGED,
                    entity -> trashed(
                            ThingKind.CHART,
                            entity,
                            entity.read().name(),
                            entity.read().owners())),
            new Part<>(
                    ThingKind.DATASET,
                    DatasetEntity.class,
                    new Bin("tables", "table_name", ""),
                    Topics.DATASET_CHANGED,
                    entity -> trashed(
                            ThingKind.DATASET,
                            entity,
                            entity.formerKey(),
                            entity.read().owners())));

    private final Transactions transactions;
    private final EventAdmin events;
    private final HistorySettings settings;

    private record Part<E extends TrashableEntity<?>>(
            ThingKind kind, Class<E> type, Bin bin, String topic, Function<E, Trashed> read) {
        List<Trashed> query(EntityManager entities, String more, Map<String, Object> parameters, int most) {
            var query = entities.createQuery(
                    "select e from " + type.getSimpleName() + " e where e.deletedOn is not null" + more
                            + " order by e.deletedOn desc",
                    type);
            parameters.forEach(query::setParameter);
            return query.setMaxResults(most).getResultList().stream().map(read).toList();
        }
    }

    @Activate
    public StoredTrash(
            @Reference Transactions transactions, @Reference EventAdmin events, @Reference HistorySettings settings) {
        this.transactions = transactions;
        this.events = events;
        this.settings = settings;
    }

    @Override
    public List<Trashed> all() {
        return transactions.read(entities -> PARTS.stream()
                .flatMap(part -> part.query(entities, "", Map.of(), MOST).stream())
                .sorted(Comparator.comparing(Trashed::deletedOn).reversed())
                .limit(MOST)
                .toList());
    }

    @Override
    public Optional<Trashed> find(ThingKind kind, long id) {
        return part(kind)
                .flatMap(part -> transactions.read(
                        entities -> part.query(entities, " and e.id = :id", Map.of("id", id), 1).stream()
                                .findFirst()));
    }

    @Override
    public Optional<Trashed> find(ThingKind kind, UUID uuid) {
        return part(kind)
                .flatMap(part -> transactions.read(entities -> part.bin().find(entities, uuid)))
                .flatMap(id -> find(kind, id));
    }

    @Override
    public void restore(ThingKind kind, long id) {
        Part<?> part = part(kind).orElseThrow(() -> KaravelException.notFound("Trash", id));
        int back;
        try {
            back = transactions.write(entities -> {
                requireSource(entities, kind, id);
                requireAddress(entities, kind, id);
                return part.bin().take(entities, id);
            });
        } catch (KaravelException e) {
            if (e.code() == ErrorCode.CONFLICT && !e.field().isEmpty()) {
                throw new KaravelException(
                        ErrorCode.CONFLICT,
                        e.field(),
                        "Another " + kind.word() + " has its " + e.field()
                                + " by now: change it there, or delete that one, then restore this",
                        e);
            }
            throw e;
        }
        if (back == 0) {
            throw KaravelException.notFound("Trash", id);
        }
        announce(part, id, false);
    }

    @Override
    public boolean erase(ThingKind kind, long id) {
        return part(kind).filter(part -> erase(part, id)).isPresent();
    }

    @Override
    public Instant end(Instant deletedOn) {
        return deletedOn.plus(settings.trashKept());
    }

    /** What has been here long enough goes, some of it at a time; what is still needed waits. */
    public int purge() {
        Instant before = transactions.now().minus(settings.trashKept());
        int gone = 0;
        for (Part<?> part : PARTS) {
            String needed = part.kind() == ThingKind.DATASET
                    ? " and not exists (select c.id from ChartEntity c where c.datasetId = e.id)"
                    : "";
            List<Trashed> old = transactions.read(entities -> part.query(
                    entities,
                    " and e.deletedOn < :before" + needed,
                    Map.of("before", KeptEntity.moment(before)),
                    MOST));
            for (Trashed one : old) {
                gone += erase(part, one.id()) ? 1 : 0;
            }
        }
        return gone;
    }

    private boolean erase(Part<?> part, long id) {
        boolean gone = transactions.write(entities -> {
            int erased = part.bin().empty(entities, id);
            if (erased > 0) {
                String word = part.kind().word();
                for (String of : List.of(
                        "delete from TaggedEntity o where o.kind = :kind and o.objectId = :id",
                        "delete from FavoriteEntity o where o.kind = :kind and o.objectId = :id",
                        "delete from VersionEntity o where o.kind = :kind and o.objectId = :id")) {
                    entities.createQuery(of)
                            .setParameter("kind", word)
                            .setParameter("id", id)
                            .executeUpdate();
                }
            }
            return erased > 0;
        });
        if (gone) {
            announce(part, id, true);
        }
        return gone;
    }

    private static void requireSource(EntityManager entities, ThingKind kind, long id) {
        if (kind != ThingKind.CHART) {
            return;
        }
        List<DatasetEntity> sources = entities.createQuery(
                        "select d from ChartEntity c join c.dataset d where c.id = :id and d.deletedOn is not null",
                        DatasetEntity.class)
                .setParameter("id", id)
                .getResultList();
        if (!sources.isEmpty()) {
            throw new KaravelException(
                    ErrorCode.CONFLICT,
                    "Its dataset " + sources.get(0).formerKey() + " is in the trash too: restore that first");
        }
    }

    /** Said here: Derby lets two rows have one slug where a row comes to it from null. */
    private static void requireAddress(EntityManager entities, ThingKind kind, long id) {
        if (kind == ThingKind.DASHBOARD
                && entities.createQuery(
                                        "select count(e) from DashboardEntity e where e.deletedOn is null and e.slug in"
                                                + " (select t.formerKey from DashboardEntity t where t.id = :id)",
                                        Long.class)
                                .setParameter("id", id)
                                .getSingleResult()
                        > 0) {
            throw new KaravelException(ErrorCode.CONFLICT, "slug", "", null);
        }
    }

    private void announce(Part<?> part, long id, boolean deleted) {
        events.postEvent(new Event(part.topic(), Map.of(Topics.ID, id, Topics.DELETED, deleted)));
    }

    private static Optional<Part<?>> part(ThingKind kind) {
        for (Part<?> part : PARTS) {
            if (part.kind() == kind) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private static Trashed trashed(ThingKind kind, TrashableEntity<?> entity, String name, Set<Long> owners) {
        return new Trashed(kind, entity.id(), name, owners, entity.deletedOn().orElse(Instant.EPOCH));
    }
}
