package dev.karavel.setting;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that takes settings over: at once when told, and from time to time, since news of other nodes may be lost. */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int LONGEST_SECONDS = 60;

    private final Runnable work;
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "karavel-settings"));
    private boolean failing;

    Follower(Runnable work, Duration between) {
        this.work = work;
        thread.scheduleWithFixedDelay(this::tried, 0, between.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Soon. */
    void ask() {
        try {
            thread.execute(this::tried);
        } catch (RejectedExecutionException e) {
            LOG.debug("The node stops", e);
        }
    }

    /** Done when it returns. */
    void now() {
        Future<?> done = thread.submit(work);
        try {
            done.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KaravelException(ErrorCode.CANCELLED, "Interrupted while the setting was taken over", e);
        } catch (TimeoutException e) {
            throw new KaravelException(
                    ErrorCode.INTERNAL,
                    "The setting is stored, but this node takes long to follow; look again later",
                    e);
        } catch (ExecutionException e) {
            throw new KaravelException(ErrorCode.INTERNAL, "The setting is stored, but does not hold on this node", e);
        }
    }

    private void tried() {
        try {
            work.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn(
                        "This node keeps the shared settings it has, until it can read them again: {}",
                        e.getMessage(),
                        e);
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
