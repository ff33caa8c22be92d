package dev.karavel.render.v8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.render.paint.Fonts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A few isolates, each with a thread of its own, and a short line before them. Safe for several threads; callers wait. An isolate
 * that was stopped is replaced; one that does not even stop is left behind with its thread, a few times, and then no more.
 */
public final class Isolates implements AutoCloseable {
    private static final Duration STOPPING = Duration.ofSeconds(10);
    private static final int MOST_LEFT_BEHIND = 2;

    private final BlockingQueue<Job<?>> line;
    private final ScheduledExecutorService clock;
    private final DrawingScript script;
    private final String fonts;
    private final ModuleSource source;
    private final Limits limits;
    private final Worker[] workers;
    private final Optional<String> problem;
    private int leftBehind;

    /** @param waiting how many may wait beside those that are drawn */
    public Isolates(int count, int waiting, Limits limits, Fonts fonts, ModuleSource source) {
        this.limits = limits;
        this.source = source;
        problem = Engine.start();
        line = new ArrayBlockingQueue<>(waiting);
        clock = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "karavel-render-clock"));
        script = DrawingScript.load();
        this.fonts = json(fonts);
        workers = new Worker[available() ? count : 0];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker(i + 1, line, this::create);
        }
    }

    /** How many wait now. */
    int waiting() {
        return line.size();
    }

    /** Whether this platform has a V8. */
    public boolean available() {
        return problem.isEmpty();
    }

    /** Why there is no V8 here; empty where there is. */
    public Optional<String> problem() {
        return problem;
    }

    /** Widths of letters, JSON. */
    public String fonts() {
        return fonts;
    }

    /**
     * Draws, on one of the few threads.
     *
     * @param drawings how many drawings it is at most, each with its own time
     * @throws KaravelException QUEUE_FULL; PLUGIN_FAILED when the script does not stop
     * @throws ScriptFailure as the drawing throws it
     */
    public <T> T draw(int drawings, Drawer<T> drawer) throws ScriptFailure {
        if (!available()) {
            throw new KaravelException(ErrorCode.PLUGIN_FAILED, "This server has no V8 to run charts' scripts in");
        }
        Job<T> job = new Job<>(drawer);
        if (!line.offer(job)) {
            throw KaravelException.busy(
                    ErrorCode.QUEUE_FULL,
                    "Too many pictures are being drawn; try again in a moment",
                    Duration.ofSeconds(2));
        }
        try {
            return job.result(
                    limits.longest().multipliedBy(drawings + 5L + line.size()).plus(STOPPING), this);
        } catch (InterruptedException e) {
            job.cancel();
            Thread.currentThread().interrupt();
            throw new KaravelException(ErrorCode.CANCELLED, "Nobody waits for the picture any more", e);
        }
    }

    private Isolate create() throws ScriptFailure {
        return new Isolate(script, fonts, source, limits, clock);
    }

    /** A script that hangs within V8 itself cannot be stopped from outside. */
    private synchronized void replace(Worker stuck) {
        for (int i = 0; i < workers.length; i++) {
            if (workers[i] == stuck && leftBehind < MOST_LEFT_BEHIND) {
                leftBehind++;
                stuck.leave();
                workers[i] = new Worker(workers.length + leftBehind, line, this::create);
            }
        }
    }

    @Override
    public synchronized void close() {
        for (Worker worker : workers) {
            worker.leave();
        }
        clock.shutdownNow();
        for (Worker worker : workers) {
            worker.awaitEnd(STOPPING);
        }
        for (Job<?> job = line.poll(); job != null; job = line.poll()) {
            job.cancel();
        }
    }

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static String json(Fonts fonts) {
        try {
            return new ObjectMapper().writeValueAsString(fonts.tables());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Widths of letters are no JSON", e);
        }
    }

    /** One drawing and who waits for it. */
    static final class Job<T> {
        private final Drawer<T> drawer;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private volatile Worker worker;

        Job(Drawer<T> drawer) {
            this.drawer = drawer;
        }

        boolean wanted() {
            return !done.isDone();
        }

        void cancel() {
            done.cancel(false);
        }

        /** @return whether the isolate is still of use */
        boolean run(Isolate isolate, Worker by) {
            worker = by;
            try {
                done.complete(drawer.draw(isolate));
                return true;
            } catch (ScriptFailure e) {
                done.completeExceptionally(e);
                return !e.fatal();
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
                return false;
            }
        }

        void fail(ScriptFailure e) {
            done.completeExceptionally(e);
        }

        T result(Duration patience, Isolates pool) throws InterruptedException, ScriptFailure {
            try {
                return done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                done.cancel(false);
                if (worker != null) {
                    pool.replace(worker);
                }
                throw new KaravelException(
                        ErrorCode.PLUGIN_FAILED, "The chart's script hangs and cannot be stopped", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof ScriptFailure failure) {
                    throw failure;
                }
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException("A picture failed", e.getCause());
            }
        }
    }
}
