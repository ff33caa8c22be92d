package dev.karavel.web.server;

import dev.karavel.api.cache.CachedResult;
import dev.karavel.api.cache.ResultCache;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps nothing and has counted a little. */
final class FakeCache implements ResultCache {
    @Override
    public Optional<CachedResult> find(String key) {
        return Optional.empty();
    }

    @Override
    public Found load(String key, boolean force, Duration timeToLive, Duration patience, Supplier<byte[]> loader) {
        throw new UnsupportedOperationException("nothing is asked here");
    }

    @Override
    public void forget(String key) {
        // nothing is kept
    }

    @Override
    public void clear() {
        // nothing is kept
    }

    @Override
    public Statistics statistics() {
        return new Statistics(1, 2, 3, 4, 5, 6, 7);
    }
}
