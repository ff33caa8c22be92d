package dev.karavel.sql.run;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** How many statements of one database run, and how many wait: first come, first served. */
final class Gate {
    private final Semaphore places;
    private final int most;
    private final int mostWaiting;
    private final AtomicInteger waiting = new AtomicInteger();
    final LongAdder statements = new LongAdder();
    final LongAdder failures = new LongAdder();

    enum Entry {
        IN,
        FULL,
        TOO_LATE
    }

    Gate(int most, int mostWaiting) {
        this.most = most;
        this.mostWaiting = mostWaiting;
        places = new Semaphore(most, true);
    }

    Entry enter(Duration patience) throws InterruptedException {
        if (waiting.get() == 0 && places.tryAcquire()) {
            return Entry.IN;
        }
        if (waiting.incrementAndGet() > mostWaiting) {
            waiting.decrementAndGet();
            return Entry.FULL;
        }
        try {
            return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS) ? Entry.IN : Entry.TOO_LATE;
        } finally {
            waiting.decrementAndGet();
        }
    }

    void leave() {
        places.release();
    }

    int running() {
        return most - places.availablePermits();
    }

    int waiting() {
        return waiting.get();
    }
}
