package dev.karavel.query;

import dev.karavel.api.cache.CachedResult;
import dev.karavel.api.cache.ResultCache;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The contract of the result cache on one node: kept for their time, one flight per key. */
final class MemoryCache implements ResultCache {
    private record Kept(CachedResult result, Instant until) {}

    final AtomicInteger callers = new AtomicInteger();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<CachedResult>> flights = new ConcurrentHashMap<>();
    private final Supplier<Instant> clock;

    MemoryCache(Supplier<Instant> clock) {
        this.clock = clock;
    }

    @Override
    public Optional<CachedResult> find(String key) {
        return Optional.ofNullable(kept.get(key))
                .filter(each -> each.until().isAfter(clock.get()))
                .map(Kept::result);
    }

    @Override
    public Found load(String key, boolean force, Duration timeToLive, Duration patience, Supplier<byte[]> loader) {
        callers.incrementAndGet();
        Optional<CachedResult> found = force ? Optional.empty() : find(key);
        if (found.isPresent()) {
            return new Found(found.get(), true);
        }
        CompletableFuture<CachedResult> own = new CompletableFuture<>();
        CompletableFuture<CachedResult> other = flights.putIfAbsent(key, own);
        if (other != null) {
            return new Found(joined(other), false);
        }
        try {
            // It may have landed between the look and the take-off.
            Optional<CachedResult> landed = force ? Optional.empty() : find(key);
            CachedResult result = landed.orElseGet(() -> new CachedResult(loader.get(), clock.get()));
            if (!timeToLive.isZero()) {
                kept.put(key, new Kept(result, clock.get().plus(timeToLive)));
            }
            own.complete(result);
            return new Found(result, landed.isPresent());
        } catch (RuntimeException e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(key);
        }
    }

    private static CachedResult joined(CompletableFuture<CachedResult> flight) {
        try {
            return flight.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void forget(String key) {
        kept.remove(key);
    }

    @Override
    public void clear() {
        kept.clear();
    }

    @Override
    public Statistics statistics() {
        return new Statistics(kept.size(), 0, 0, 0, 0, 0, 0);
    }
}
