package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Stored;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records read before, for as long as the database still has their version: one small statement instead of one for the thing and
 * one for each of its lists. What another node changed is seen at once, since each save counts the version up. Only for things
 * that nothing changes but a save of their own, or what counts their version up ({@link StoredRepository#leave}).
 */
final class KnownRecords<R extends Stored> {
    private static final int MOST = 500;

    private final String versionOf;
    private final boolean on;
    private final Map<Long, R> known = new ConcurrentHashMap<>();

    private KnownRecords(String table, boolean on) {
        versionOf = "select version from " + table + " where id = ?1";
        this.on = on;
    }

    static <R extends Stored> KnownRecords<R> of(String table) {
        return new KnownRecords<>(table, true);
    }

    static <R extends Stored> KnownRecords<R> none() {
        return new KnownRecords<>("", false);
    }

    Optional<R> get(EntityManager entities, long id) {
        R record = known.get(id);
        if (record == null) {
            return Optional.empty();
        }
        List<?> versions =
                entities.createNativeQuery(versionOf).setParameter(1, id).getResultList();
        boolean same = versions.size() == 1
                && versions.get(0) instanceof Number version
                && version.intValue() == record.version();
        if (!same) {
            known.remove(id, record);
        }
        return same ? Optional.of(record) : Optional.empty();
    }

    R keep(R record) {
        if (on) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(record.id(), record);
        }
        return record;
    }
}
