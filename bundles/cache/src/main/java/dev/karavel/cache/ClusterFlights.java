package dev.karavel.cache;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One flight per key among all nodes: a marker in a cache says which node flies. The marker of a node that left is taken over. A
 * node that is alone needs none: one that joins while it flies may fly a second time. Markers instead of Ignite's locks, since a lock held through a long query would keep nodes from joining.
 */
final class ClusterFlights {
    /**
     * @param alone whether no other node can wait for this flight
     * @param waited whether another node's flight was seen landing
     */
    record Takeoff(Runnable land, boolean alone, boolean waited) {}

    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final AtomicLong number = new AtomicLong();

    /** Waits for other nodes' flights until the deadline, then takes off without a marker. */
    Takeoff takeOff(IgniteNode node, String key, Deadline deadline) {
        if (node.isAlone()) {
            return new Takeoff(() -> {}, true, false);
        }
        String mine = node.ignite().cluster().localNode().id() + "/" + number.incrementAndGet();
        long pause = SHORTEST_PAUSE;
        boolean waited = false;
        while (true) {
            String other = node.flights().getAndPutIfAbsent(key, mine);
            if (other == null || (gone(node, other) && node.flights().replace(key, other, mine))) {
                return new Takeoff(() -> node.flights().remove(key, mine), false, waited);
            }
            if (deadline.passed()) {
                return new Takeoff(() -> {}, false, waited);
            }
            waited = true;
            pause(Math.min(pause, deadline.nanosLeft()));
            pause = Math.min(pause * 3 / 2, LONGEST_PAUSE);
        }
    }

    private static boolean gone(IgniteNode node, String marker) {
        UUID owner = UUID.fromString(marker.substring(0, marker.indexOf('/')));
        return node.ignite().cluster().node(owner) == null;
    }

    private static void pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KaravelException(ErrorCode.CANCELLED, "The request was cancelled", e);
        }
    }
}
