package dev.karavel.cache;

import java.time.Duration;

/** A moment on the monotonic clock. */
record Deadline(long nanoTime) {
    private static final Duration FOREVER = Duration.ofDays(365);

    static Deadline in(Duration patience) {
        Duration bounded = patience.compareTo(FOREVER) > 0 ? FOREVER : patience;
        return new Deadline(System.nanoTime() + bounded.toNanos());
    }

    long nanosLeft() {
        return Math.max(0, nanoTime - System.nanoTime());
    }

    boolean passed() {
        return nanosLeft() == 0;
    }
}
