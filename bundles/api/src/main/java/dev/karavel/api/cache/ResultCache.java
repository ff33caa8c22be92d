package dev.karavel.api.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** The answers of the whole cluster, bounded: old and unused ones make room. Safe for several threads. */
@ProviderType
public interface ResultCache {
    /** A lookup: what is stored, and whether it was there before the call. */
    record Found(CachedResult result, boolean hit) {}

    Optional<CachedResult> find(String key);

    /**
     * The stored answer, or the one the loader gives. For one key one loader runs at a time in the whole cluster, the others
     * wait for its answer; a loader's failure is thrown to all who wait for it and is not stored. The loader runs on a thread of
     * its own, which is interrupted when the last one who waits has left, by his patience or because his thread was interrupted.
     *
     * @param force runs the loader even if something is stored; callers that come while it runs share its answer
     * @param timeToLive zero: not stored, but still one flight at a time
     * @param patience how long to wait for the answer
     * @throws dev.karavel.api.error.KaravelException as the loader throws it; WAREHOUSE_TIMEOUT when the patience is at its end,
     *     CANCELLED when the calling thread was interrupted
     */
    Found load(String key, boolean force, Duration timeToLive, Duration patience, Supplier<byte[]> loader);

    /** Forgets one answer. */
    void forget(String key);

    /** Forgets everything on all nodes. */
    void clear();

    Statistics statistics();

    /**
     * Since the start of this node.
     *
     * @param entries in the whole cluster
     * @param bytes off-heap memory in use on this node
     * @param limit most bytes of off-heap memory on this node
     */
    record Statistics(long entries, long bytes, long limit, long hits, long misses, long shared, long evictions) {}
}
