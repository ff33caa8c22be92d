package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Repository;
import dev.karavel.api.catalog.Stored;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.metadata.entity.StoredEntity;
import dev.karavel.metadata.entity.TrashableEntity;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** What all repositories do alike. */
abstract class StoredRepository<E extends StoredEntity<R>, R extends Stored> implements Repository<R> {
    /** Longest list of ids in one statement. */
    private static final int CHUNK = 500;

    private final KnownRecords<R> known;
    private final Kind<E> kind;
    private final Transactions transactions;
    private final EventAdmin events;

    StoredRepository(Kind<E> kind, Transactions transactions, EventAdmin events) {
        this(kind, transactions, events, KnownRecords.none());
    }

    /** @param known for things that are asked for with every question */
    StoredRepository(Kind<E> kind, Transactions transactions, EventAdmin events, KnownRecords<R> known) {
        this.known = known;
        this.kind = kind;
        this.transactions = transactions;
        this.events = events;
    }

    abstract E fresh();

    /** Adds what somebody may see of a list. */
    abstract void limit(Visibility.Limited visibility, Where where);

    /** In the transaction of a save, after it. */
    void saved(EntityManager entities, Optional<R> before, R now) {}

    /** Before something is deleted: counts up the version of things that it is part of. */
    void leave(EntityManager entities, long id) {}

    @Override
    public final Optional<R> find(long id) {
        return known.get(transactions, id).or(() -> {
            long changes = transactions.changes();
            return transactions.read(entities -> Optional.ofNullable(entities.find(kind.type(), id))
                    .filter(entity -> !trashed(entity))
                    .map(entity -> known.keep(entity.read(), changes)));
        });
    }

    @Override
    public final Optional<R> find(UUID uuid) {
        return findFirst("e.uuid = ?1", uuid.toString());
    }

    @Override
    public final List<R> find(Iterable<Long> ids) {
        LinkedHashSet<Long> wanted = new LinkedHashSet<>();
        ids.forEach(wanted::add);
        return transactions.read(entities -> load(entities, List.copyOf(wanted)));
    }

    @Override
    public final Page<R> list(ListQuery query) {
        Where where = new Where();
        query.conditions().forEach(condition -> kind.columns().filter(condition, where));
        where.and(kind.alive());
        if (query.visibility() instanceof Visibility.Limited limited) {
            limit(limited, where);
        }
        ListColumns.Order order = kind.columns().order(query);
        if (query.page() < 0 || query.pageSize() < 1) {
            throw KaravelException.invalid("page_size", "page starts at 0, page_size at 1");
        }
        long first = (long) query.page() * query.pageSize();
        return transactions.read(entities -> {
            List<Long> ids =
                    first > Integer.MAX_VALUE ? List.of() : ids(entities, where, order, (int) first, query.pageSize());
            boolean whole = first == 0 && ids.size() < query.pageSize();
            return new Page<>(load(entities, ids), whole ? ids.size() : count(entities, where));
        });
    }

    @Override
    public final R save(R thing) {
        R saved = transactions.write(entities -> {
            E entity = thing.id() == 0 ? fresh() : current(entities, thing);
            Optional<R> before = thing.id() == 0 ? Optional.empty() : Optional.of(entity.read());
            entity.write(thing, names -> RoleNames.find(entities, names));
            entity.touch(thing.uuid(), transactions.now());
            entities.persist(entity);
            entities.flush();
            R now = entity.read();
            saved(entities, before, now);
            return now;
        });
        announce(saved.id(), false);
        return saved;
    }

    @Override
    public final boolean delete(long id) {
        // Rows that belong to it go by the rules of the foreign keys; rows that need it forbid it by theirs.
        int deleted = transactions.write(entities -> {
            leave(entities, id);
            if (kind.bin().isPresent()) {
                return kind.bin().get().put(entities, id, transactions.now());
            }
            return entities.createNativeQuery("delete from " + kind.table() + " where id = ?1")
                    .setParameter(1, id)
                    .executeUpdate();
        });
        if (deleted > 0) {
            announce(id, true);
        }
        return deleted > 0;
    }

    /** @param condition JPQL over "e" with ?1, ?2 … */
    final List<R> findAll(String condition, Object... values) {
        return transactions.read(entities -> {
            TypedQuery<E> query = entities.createQuery(
                    "select e from " + kind.entity() + " e where (" + condition + ") and " + kind.alive()
                            + " order by e.id",
                    kind.type());
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return query.getResultList().stream().map(StoredEntity::read).toList();
        });
    }

    final Optional<R> findFirst(String condition, Object... values) {
        return findAll(condition, values).stream().findFirst();
    }

    final ListColumns columns() {
        return kind.columns();
    }

    final Transactions transactions() {
        return transactions;
    }

    final void announce(long id, boolean deleted) {
        events.postEvent(new Event(kind.topic(), Map.of(Topics.ID, id, Topics.DELETED, deleted)));
    }

    private static boolean trashed(StoredEntity<?> entity) {
        return entity instanceof TrashableEntity<?> trashable
                && trashable.deletedOn().isPresent();
    }

    private E current(EntityManager entities, R thing) {
        E entity = entities.find(kind.type(), thing.id());
        if (entity == null || trashed(entity)) {
            throw KaravelException.notFound(kind.noun(), thing.id());
        }
        if (entity.version() != thing.version()) {
            throw new KaravelException(
                    ErrorCode.CONFLICT,
                    "Somebody else changed " + kind.noun() + " " + thing.id()
                            + " meanwhile: load it again and repeat your change");
        }
        return entity;
    }

    private List<Long> ids(EntityManager entities, Where where, ListColumns.Order order, int first, int size) {
        String direction = order.descending() ? " desc" : "";
        // JPQL orders by an expression only if it is selected
        String statement = "select e.id, " + order.path() + " as place from " + kind.entity() + " e" + kind.joins()
                + where + " order by place" + direction + ", e.id" + direction;
        return where
                .bind(entities.createQuery(statement, Object[].class))
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList()
                .stream()
                .map(row -> (Long) row[0])
                .toList();
    }

    private long count(EntityManager entities, Where where) {
        String statement = "select count(e) from " + kind.entity() + " e" + kind.joins() + where;
        return where.bind(entities.createQuery(statement, Long.class)).getSingleResult();
    }

    /** In the order of the ids. */
    private List<R> load(EntityManager entities, List<Long> ids) {
        Map<Long, R> found = new HashMap<>();
        for (int i = 0; i < ids.size(); i += CHUNK) {
            List<Long> chunk = new ArrayList<>(ids.subList(i, Math.min(ids.size(), i + CHUNK)));
            entities.createQuery(
                            "select e from " + kind.entity() + " e where e.id in :ids and " + kind.alive(), kind.type())
                    .setParameter("ids", chunk)
                    .getResultList()
                    .forEach(entity -> found.put(entity.id(), entity.read()));
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
