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
        return Optional.ofNullable(written)
                .flatMap(StoredResult::read)
                .filter(stored -> stored.expiresAt().toEpochMilli() > clock.millis());
    }

    /** Stores an answer if it may be, and can be; a failure to store does not lose the answer. */
    CachedResult keep(String key, byte[] answer, Duration timeToLive) {
        CachedResult result = new CachedResult(answer, Instant.ofEpochMilli(clock.millis()));
        Duration life = timeToLive.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : timeToLive;
        if (life.toMillis() > 0) {
            long flight = ThreadLocalRandom.current().nextLong();
            byte[] written = new StoredResult(result, result.storedAt().plus(life), flight).written();
            try {
                member.ask(node -> put(node, key, written, life));
            } catch (KaravelException e) {
                LOG.warn("A result was not cached: {}", String.valueOf(e.getCause()));
            }
        }
        return result;
    }

    private static boolean put(IgniteNode node, String key, byte[] written, Duration life) {
        if (written.length > node.settings().writableAtOnce()) {
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
