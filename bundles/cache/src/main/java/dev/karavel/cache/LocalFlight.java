package dev.karavel.cache;

import dev.karavel.api.cache.ResultCache.Found;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A load that runs on this node on a thread of its own, and those who wait for it: whoever asked first may leave while others go
 * on waiting, and when the last one leaves the load is interrupted.
 */
final class LocalFlight {
    private final CompletableFuture<Found> landing = new CompletableFuture<>();
    private Future<?> task;
    private int waiting;
    private boolean abandoned;

    /** Whether the caller now waits for this flight; not if everybody else has left it. */
    synchronized boolean join() {
        if (!abandoned) {
            waiting++;
        }
        return !abandoned;
    }

    /** Once, by the one who made it. */
    synchronized void takeOff(ExecutorService threads, Supplier<Found> load, Runnable landed) {
        task = threads.submit(() -> {
            Found found = null;
            Throwable failure = null;
            try {
                found = load.get();
            } catch (RuntimeException | Error e) {
                // passed on to those who wait
                failure = e;
            }
            // first, so that nobody who was answered meets this flight again
            landed.run();
            if (failure == null) {
                landing.complete(found);
            } else {
                landing.completeExceptionally(failure);
            }
        });
    }

    /** The answer; empty if the deadline passed. The loader's failure is thrown. Ends what {@link #join} began. */
    Optional<Found> await(Deadline deadline) {
        try {
            return Optional.of(landing.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KaravelException(ErrorCode.CANCELLED, "The request was cancelled", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new KaravelException(ErrorCode.INTERNAL, "The query failed", e.getCause());
        } finally {
            leave();
        }
    }

    private synchronized void leave() {
        waiting--;
        if (waiting == 0 && !landing.isDone()) {
            abandoned = true;
            task.cancel(true);
        }
    }
}
