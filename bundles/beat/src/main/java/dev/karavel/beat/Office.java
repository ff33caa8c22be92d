package dev.karavel.beat;

import dev.karavel.api.cluster.Leases;
import dev.karavel.api.cluster.Leases.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether this node turns the clock. {@link #sign} is called by one thread, the questions by any. */
final class Office {
    static final String NAME = "beat";

    private static final Logger LOG = LoggerFactory.getLogger(Office.class);

    private final Leases leases;
    private final String holder;
    private final long leaseNanos;
    private final LongSupplier watch;
    private volatile Held held;
    private volatile Reading reading;
    private long seenCount = -1;
    private long seenAt;

    /** @param watch nanoseconds that only go forward */
    Office(Leases leases, String holder, Duration lease, LongSupplier watch) {
        this.leases = leases;
        this.holder = holder;
        this.leaseNanos = lease.toNanos();
        this.watch = watch;
    }

    String holder() {
        return holder;
    }

    /** Until a lease after the last sign that was taken began; then another may have it. */
    boolean isHere() {
        Held now = held;
        return now != null && watch.getAsLong() - now.since < leaseNanos;
    }

    /** The database's clock, as far as it is known. */
    Optional<Instant> now() {
        return Optional.ofNullable(reading).map(read -> read.time.plusNanos(watch.getAsLong() - read.at));
    }

    /** Keeps the office, or takes it where nobody has it or its holder shows no life. */
    void sign() {
        long begin = watch.getAsLong();
        Lease lease = leases.look(NAME);
        reading = new Reading(lease.now(), watch.getAsLong());
        boolean mine = lease.holder().equals(holder);
        if (mine || lease.holder().isEmpty() || showsNoLife(lease, begin)) {
            take(lease, begin, mine);
        } else if (held != null) {
            held = null;
            LOG.warn("{} turns the clock now", lease.holder());
        }
    }

    /** Up to when everything due is ordered. */
    boolean mark(Instant until) {
        return isHere() && leases.mark(NAME, holder, until);
    }

    void leave() {
        held = null;
        leases.leave(NAME, holder);
    }

    private boolean showsNoLife(Lease lease, long now) {
        if (lease.count() != seenCount) {
            seenCount = lease.count();
            seenAt = now;
            return false;
        }
        return now - seenAt >= leaseNanos;
    }

    private void take(Lease lease, long begin, boolean mine) {
        Optional<Lease> taken = leases.take(lease, holder);
        if (taken.isEmpty()) {
            held = null;
            return;
        }
        boolean news = held == null;
        held = new Held(begin);
        if (news && !mine) {
            LOG.info(
                    "This node turns the clock now ({}){}",
                    holder,
                    lease.holder().isEmpty() ? "" : "; nothing was heard of " + lease.holder());
        }
    }

    private record Held(long since) {}

    private record Reading(Instant time, long at) {}
}
