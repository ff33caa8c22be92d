package dev.karavel.cache;

import dev.karavel.api.cache.CachedResult;
import dev.karavel.api.error.KaravelException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.cache.expiry.ModifiedExpiryPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stored results of the cluster. */
final class ResultStore {
    private static final Logger LOG = LoggerFactory.getLogger(ResultStore.class);
    private static final Duration LONGEST_LIFE = Duration.ofDays(3650);

    private final ClusterMember member;
    private final Clock clock;

    ResultStore(ClusterMember member, Clock clock) {
        this.member = member;
        this.clock = clock;
    }

    Optional<StoredResult> find(String key) {
        byte[] written = member.ask(node -> node.results().get(key));
        return Optional.ofNullable(written).flatMap(StoredResult::read).filter(this::isFresh);
    }

    /** An answer as it is to be stored; empty if it is to be kept for no time at all. */
    Optional<StoredResult> toStore(CachedResult answer, Duration timeToLive) {
        Duration life = timeToLive.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : timeToLive;
        return life.toMillis() > 0
                ? Optional.of(new StoredResult(
                        answer,
                        answer.storedAt().plus(life),
                        ThreadLocalRandom.current().nextLong()))
                : Optional.empty();
    }

    /** Stores an answer if it can be; a failure to store does not lose the answer. */
    void keep(String key, StoredResult result) {
        byte[] written = result.written();
        Duration life = Duration.between(result.result().storedAt(), result.expiresAt());
        try {
            member.ask(node -> put(node, key, written, life));
        } catch (KaravelException e) {
            LOG.warn("A result was not cached: {}", String.valueOf(e.getCause()));
        }
    }

    CachedResult now(byte[] answer) {
        return new CachedResult(answer, Instant.ofEpochMilli(clock.millis()));
    }

    boolean isFresh(StoredResult stored) {
        return stored.expiresAt().toEpochMilli() > clock.millis();
    }

    private static boolean put(IgniteNode node, String key, byte[] written, Duration life) {
        if (written.length > node.self().settings().writableAtOnce()) {
            LOG.warn("A result of {} bytes is too large to be cached", written.length);
            return false;
        }
        var expiry = new javax.cache.expiry.Duration(TimeUnit.MILLISECONDS, life.toMillis());
        node.writing().acquireUninterruptibly(written.length);
        try {
            node.results().withExpiryPolicy(new ModifiedExpiryPolicy(expiry)).put(key, written);
        } finally {
            node.writing().release(written.length);
        }
        return true;
    }
}
