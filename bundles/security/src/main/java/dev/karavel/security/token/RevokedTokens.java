package dev.karavel.security.token;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Ids of tokens that ended early, until they would have ended by themselves. Safe for several threads. */
final class RevokedTokens {
    private final Map<String, Long> until = new ConcurrentHashMap<>();
    private final Clock clock;

    RevokedTokens(Clock clock) {
        this.clock = clock;
    }

    void add(String id, long end) {
        long now = clock.instant().getEpochSecond();
        until.values().removeIf(other -> other < now);
        until.put(id, end);
    }

    boolean contains(String id) {
        return until.containsKey(id);
    }
}
