package dev.karavel.sqllab.run;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.sqllab.LabSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Runs on a bounded number of threads of this server. */
@Component(service = Runs.class)
public final class RunThreads implements Runs {
    private static final long IDLE_SECONDS = 60;
    private static final long FAREWELL_SECONDS = 5;
    private static final Duration TURN = Duration.ofSeconds(5);

    /** @param decided whether it runs or never will, whichever comes first */
    private record Waiting(FutureTask<?> task, AtomicBoolean decided, Runnable never) {}

    private final ThreadPoolExecutor threads;
    private final Map<Long, Waiting> tasks = new ConcurrentHashMap<>();

    @Activate
    public RunThreads(@Reference LabSettings settings) {
        this(settings.running(), settings.waiting());
    }

    RunThreads(int running, int waiting) {
        AtomicInteger number = new AtomicInteger();
        BlockingQueue<Runnable> queue =
                waiting == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(waiting, true);
        threads = new ThreadPoolExecutor(running, running, IDLE_SECONDS, TimeUnit.SECONDS, queue, task -> {
            Thread thread = new Thread(task, "karavel-lab-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void start(long id, Runnable run, Runnable never) {
        AtomicBoolean decided = new AtomicBoolean();
        FutureTask<Void> task = new FutureTask<>(
                () -> {
                    if (!decided.getAndSet(true)) {
                        try {
                            run.run();
                        } finally {
                            tasks.remove(id);
                        }
                    }
                },
                null);
        tasks.put(id, new Waiting(task, decided, never));
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            tasks.remove(id);
            throw threads.isShutdown()
                    ? new KaravelException(ErrorCode.CANCELLED, "The server is stopping", e)
                    : KaravelException.busy(
                            ErrorCode.QUEUE_FULL, "Too many queries wait for their turn; try again later", TURN);
        }
    }

    @Override
    public boolean interrupt(long id) {
        Waiting waiting = tasks.remove(id);
        if (waiting == null) {
            return false;
        }
        waiting.task().cancel(true);
        // one that waits gives its place free
        threads.remove(waiting.task());
        if (!waiting.decided().getAndSet(true)) {
            waiting.never().run();
        }
        return true;
    }

    @Deactivate
    void stop() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS);
    }
}
