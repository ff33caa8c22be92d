package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Stored;
import dev.karavel.metadata.store.Transactions;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records read before, for as long as the database still has their version: one small statement instead of one for the thing and
 * one for each of its lists, and none where nobody else can have written since the last look. What another node changed is seen
 * at once, since each save counts the version up. Only for things that nothing changes but a save of their own, or what counts
 * their version up ({@link StoredRepository#leave}).
 */
final class KnownRecords<R extends Stored> {
    private static final int MOST = 500;

    private final String versionOf;
    private final boolean on;
    private final Map<Long, Known<R>> known = new ConcurrentHashMap<>();

    /** @param changes as counted before the record was known to be as the database has it */
    private record Known<R>(R record, long changes) {}

    private KnownRecords(String table, boolean on) {
        versionOf = "select version from " + table + " where id = ?";
        this.on = on;
    }

    static <R extends Stored> KnownRecords<R> of(String table) {
        return new KnownRecords<>(table, true);
    }

    static <R extends Stored> KnownRecords<R> none() {
        return new KnownRecords<>("", false);
    }

    Optional<R> get(Transactions transactions, long id) {
        Known<R> before = known.get(id);
        if (before == null) {
            return Optional.empty();
        }
        long changes = transactions.changes();
        if (transactions.exclusive() && before.changes == changes) {
            return Optional.of(before.record);
        }
        OptionalInt version = transactions.version(versionOf, id);
        if (version.isEmpty() || version.getAsInt() != before.record.version()) {
            known.remove(id, before);
            return Optional.empty();
        }
        known.replace(id, before, new Known<>(before.record, changes));
        return Optional.of(before.record);
    }

    /** @param changes as counted before the record was read */
    R keep(R record, long changes) {
        if (on) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(record.id(), new Known<>(record, changes));
        }
        return record;
    }
}
