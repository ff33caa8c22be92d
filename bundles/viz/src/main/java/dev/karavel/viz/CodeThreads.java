package dev.karavel.viz;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Threads for the Java code of plugins. Java cannot end a thread that does not want to: one that takes too long is given up, and
 * a plugin that cost several of them is not called any more until it is installed anew.
 */
final class CodeThreads implements AutoCloseable {
    /** Takes too long, or did so too often. */
    static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUp(String message) {
            super(message);
        }
    }

    private static final int MOST = 32;
    private static final int MOST_LOST = 3;

    private final Duration longest;
    private final Map<String, AtomicInteger> lost = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, MOST, 20, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);

    CodeThreads(Duration longest) {
        this.longest = longest;
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "karavel-plugin-code-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** @throws GivenUp after the longest time, or at once where too many threads were lost already */
    <T> T call(String plugin, Supplier<T> code) {
        if (lost(plugin) >= MOST_LOST) {
            throw new GivenUp("It did not come back " + MOST_LOST + " times and is not asked any more until it is"
                    + " installed anew");
        }
        Future<T> answer;
        try {
            answer = threads.submit(code::get);
        } catch (RejectedExecutionException e) {
            throw new GivenUp("All threads for plugins are taken");
        }
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            lost.computeIfAbsent(plugin, name -> new AtomicInteger()).incrementAndGet();
            answer.cancel(true);
            throw new GivenUp("It took more than " + longest.toMillis() + " ms");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new GivenUp("Nobody waits for it any more");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw (Error) e.getCause();
        }
    }

    private int lost(String plugin) {
        AtomicInteger count = lost.get(plugin);
        return count == null ? 0 : count.get();
    }

    /** It was installed anew: it may be better now. */
    void forget(String plugin) {
        lost.remove(plugin);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
