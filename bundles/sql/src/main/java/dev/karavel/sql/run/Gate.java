package dev.karavel.sql.run;

import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.Times;
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
    private final LongAdder refused = new LongAdder();
    private final Stopwatch waits = new Stopwatch();
    final Stopwatch runs = new Stopwatch();

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
            waits.took(0);
            return Entry.IN;
        }
        if (waiting.incrementAndGet() > mostWaiting) {
            waiting.decrementAndGet();
            refused.increment();
            return Entry.FULL;
        }
        long begin = System.nanoTime();
        try {
            return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS) ? Entry.IN : Entry.TOO_LATE;
        } finally {
            waits.took(System.nanoTime() - begin);
            waiting.decrementAndGet();
        }
    }

    /** When those before a new caller will be through, if they take as long as the ones so far did. */
    Duration turn() {
        Times past = runs.read();
        Duration run = past.count() == 0 ? Duration.ofSeconds(1) : past.total().dividedBy(past.count());
        return run.multipliedBy(waiting.get() + 1L).dividedBy(most);
    }

    void leave() {
        places.release();
    }

    SqlRunner.Load load() {
        return new SqlRunner.Load(
                most - places.availablePermits(),
                waiting.get(),
                statements.sum(),
                failures.sum(),
                refused.sum(),
                waits.read(),
                runs.read());
    }
}
