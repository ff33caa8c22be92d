package dev.karavel.viz.house;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that installs, starts and stops: bundle events are no place for it, and two at once would race. */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int LONGEST_SECONDS = 60;

    private final Runnable work;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(64), task -> new Thread(task, "karavel-plugins"));

    Follower(Runnable work) {
        this.work = work;
        thread.allowCoreThreadTimeOut(true);
    }

    /** Soon. What waits already will see what is new. */
    void ask() {
        if (thread.getQueue().isEmpty()) {
            try {
                thread.execute(this::tried);
            } catch (RejectedExecutionException e) {
                LOG.debug("The node stops", e);
            }
        }
    }

    /** Done when it returns. */
    void now() {
        Future<?> done = thread.submit(work);
        try {
            done.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KaravelException(ErrorCode.CANCELLED, "Interrupted while plugins were changed", e);
        } catch (TimeoutException e) {
            throw new KaravelException(ErrorCode.INTERNAL, "The plugins take long to change; look again later", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KaravelException failure) {
                throw failure;
            }
            throw new KaravelException(ErrorCode.INTERNAL, "The plugins could not be changed on this node", e);
        }
    }

    private void tried() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("This node does not follow what was decided of plugins", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
