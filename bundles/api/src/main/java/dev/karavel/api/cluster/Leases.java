package dev.karavel.api.cluster;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Offices that one node of the cluster holds at a time. No clock is trusted for it: each take counts one up, and whoever sees
 * the same count for as long as a lease lasts, by his own watch, may take it. The holder stops when he could not take again for
 * as long, counted from before he asked. Safe for several threads; each call is one short transaction.
 */
@ProviderType
public interface Leases {
    /** As it stands; the first who looks makes it, held by nobody. */
    Lease look(String name);

    /**
     * Takes it, or keeps it, if nobody took it since it was seen.
     *
     * @return as it stands then; empty if another was faster
     */
    Optional<Lease> take(Lease seen, String holder);

    /**
     * Writes down up to when the office was done. Nothing happens where that is no progress.
     *
     * @return whether the holder holds it
     */
    boolean mark(String name, String holder, Instant until);

    /** Gives it back, so that nobody has to wait for its end; nothing happens where another holds it. */
    void leave(String name, String holder);

    /**
     * @param holder empty for nobody
     * @param count of takes
     * @param mark up to when the office was done; empty at first
     * @param now by the database's clock, the only one all nodes share
     */
    record Lease(String name, String holder, long count, Optional<Instant> mark, Instant now) {
        public Lease {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(holder, "holder");
            Objects.requireNonNull(mark, "mark");
            Objects.requireNonNull(now, "now");
        }
    }
}
