package dev.karavel.cache;

import dev.karavel.api.cache.CachedResult;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A load that runs on this node, and those who wait for it. */
final class LocalFlight {
    private final CompletableFuture<CachedResult> landing = new CompletableFuture<>();

    void land(CachedResult result) {
        landing.complete(result);
    }

    void crash(Throwable failure) {
        landing.completeExceptionally(failure);
    }

    /** The answer; empty if the deadline passed, or if only the one who flew was cancelled. The loader's failure is thrown. */
    Optional<CachedResult> await(Deadline deadline) {
        try {
            return Optional.of(landing.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KaravelException(ErrorCode.CANCELLED, "The request was cancelled", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KaravelException failure && failure.code() == ErrorCode.CANCELLED) {
                return Optional.empty();
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new KaravelException(ErrorCode.INTERNAL, "The query failed", e.getCause());
        }
    }
}
