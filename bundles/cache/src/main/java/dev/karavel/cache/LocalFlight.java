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
 * on waiting, and when the last one leaves the load is interrupted. Those who wait have the answer before it is stored; until
 * then the flight stands for what is stored.
 */
final class LocalFlight {
    /**
     * @param stored what stands in the store once {@code store} has run; empty if nothing does
     * @param store may take its time
     */
    record Landing(Found found, Optional<StoredResult> stored, Runnable store) {}

    private final CompletableFuture<Landing> landing = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
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

    /**
     * Once, by the one who made it.
     *
     * @param landed called when nobody needs to know of this flight any more
     */
    synchronized void takeOff(ExecutorService threads, Supplier<Landing> load, Runnable landed) {
        task = threads.submit(() -> {
            Landing found;
            try {
                found = load.get();
            } catch (RuntimeException | Error e) {
                // passed on to those who wait; first, so that nobody who was answered meets this flight again
                landed.run();
                over.complete(null);
                landing.completeExceptionally(e);
                return;
            }
            if (found.stored().isEmpty()) {
                landed.run();
            }
            landing.complete(found);
            try {
                found.store().run();
            } finally {
                landed.run();
                over.complete(null);
            }
        });
    }

    /** What this flight brought and what is being stored now. */
    Optional<StoredResult> landed() {
        return landing.isDone() && !landing.isCompletedExceptionally()
                ? landing.join().stored()
                : Optional.empty();
    }

    /** Waits until what it brought is stored, if it has landed. */
    void settle() {
        if (landing.isDone()) {
            over.join();
        }
    }

    /** The answer; empty if the deadline passed. The loader's failure is thrown. Ends what {@link #join} began. */
    Optional<Found> await(Deadline deadline) {
        try {
            return Optional.of(
                    landing.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS).found());
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
