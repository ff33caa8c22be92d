package dev.karavel.security.password;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Buckets of permitted failures, one per key, that fill again with time. An attempt takes a token and a success brings it back, so
 * that a burst of guesses cannot slip through while the first ones are still being checked. Safe for several threads.
 */
public final class FailureLimit {
    private static final int MOST_KEYS = 10_000;

    private final int capacity;
    private final double tokensPerMillisecond;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
        }
    };

    private record Bucket(double tokens, long at) {}

    /** @param refill the time in which an empty bucket is full again */
    public FailureLimit(int capacity, Duration refill, Clock clock) {
        this.capacity = capacity;
        this.tokensPerMillisecond = (double) capacity / refill.toMillis();
        this.clock = clock;
    }

    /** False if there were too many failures. */
    public synchronized boolean take(String key) {
        double tokens = tokens(key);
        if (tokens < 1) {
            return false;
        }
        buckets.put(key, new Bucket(tokens - 1, clock.millis()));
        return true;
    }

    public synchronized void giveBack(String key) {
        buckets.put(key, new Bucket(Math.min(capacity, tokens(key) + 1), clock.millis()));
    }

    private double tokens(String key) {
        Bucket bucket = buckets.get(key);
        return bucket == null
                ? capacity
                : Math.min(capacity, bucket.tokens + (clock.millis() - bucket.at) * tokensPerMillisecond);
    }
}
