package dev.karavel.sql.run;

import dev.karavel.api.sql.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts how long things took. Safe for several threads, and cheap. */
final class Stopwatch {
    private final AtomicLongArray counts = new AtomicLongArray(Times.BOUNDS.size() + 1);
    private final LongAdder total = new LongAdder();
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

    void took(long nanos) {
        int bucket = 0;
        while (bucket < Times.BOUNDS.size() && nanos > Times.BOUNDS.get(bucket).toNanos()) {
            bucket++;
        }
        counts.incrementAndGet(bucket);
        total.add(nanos);
        longest.accumulate(nanos);
    }

    Times read() {
        List<Long> upTo = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < counts.length(); i++) {
            sum += counts.get(i);
            upTo.add(sum);
        }
        return new Times(sum, Duration.ofNanos(total.sum()), Duration.ofNanos(longest.get()), upTo);
    }
}
