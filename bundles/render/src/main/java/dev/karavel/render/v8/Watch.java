package dev.karavel.render.v8;

import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.monitoring.V8HeapStatistics;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks every few milliseconds what a running script takes, and stops it when that is too much. V8's own bound is no help: at it V8
 * ends the process, so it is set far away, and what could get there in one step is refused by the walls around plugins.
 */
final class Watch implements Runnable {
    private static final long EVERY_MILLIS = 20;

    private final V8Runtime runtime;
    private final Limits limits;
    private final long end;
    private volatile String reason = "";
    private CompletableFuture<V8HeapStatistics> asked = CompletableFuture.completedFuture(null);
    private ScheduledFuture<?> rounds;

    private Watch(V8Runtime runtime, Limits limits) {
        this.runtime = runtime;
        this.limits = limits;
        end = System.nanoTime() + limits.longest().toNanos();
    }

    static Watch over(V8Runtime runtime, Limits limits, ScheduledExecutorService clock) {
        Watch watch = new Watch(runtime, limits);
        watch.rounds = clock.scheduleWithFixedDelay(watch, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    @Override
    public void run() {
        if (System.nanoTime() - end > 0) {
            stop("It takes longer than " + limits.longest().toSeconds() + " seconds");
        } else if (asked.isDone()) {
            asked = runtime.getV8HeapStatistics();
            asked.thenAccept(this::weigh);
        }
    }

    private void weigh(V8HeapStatistics statistics) {
        if (statistics.getTotalPhysicalSize() + statistics.getExternalMemory() > (long) limits.heapMegabytes() << 20) {
            outOfMemory();
        }
    }

    void outOfMemory() {
        stop("It needs more than " + limits.heapMegabytes() + " MB of memory");
    }

    private void stop(String why) {
        if (reason.isEmpty()) {
            reason = why;
        }
        runtime.terminateExecution();
    }

    /** Ends watching. Why the script was stopped, if it was. */
    Optional<String> close() {
        rounds.cancel(false);
        return Optional.of(reason).filter(why -> !why.isEmpty());
    }
}
