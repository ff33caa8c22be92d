package dev.karavel.beat;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.task.TaskQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/** Gives orders to the queue. Each is a transaction that mostly waits for the database's disk, so a few are under way at once. */
final class QueuedOrders implements Turn.Orders {
    private static final int AT_ONCE = 4;
    private static final int BATCH = 200;

    private final TaskQueue queue;
    private final BooleanSupplier wanted;
    private final LongAdder given = new LongAdder();
    private final AtomicInteger threads = new AtomicInteger();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(BATCH),
            task -> new Thread(task, "karavel-beat-order-" + threads.incrementAndGet()));

    /** @param wanted whether this node is still the one to order; asked before each batch */
    QueuedOrders(TaskQueue queue, BooleanSupplier wanted) {
        this.queue = queue;
        this.wanted = wanted;
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<Refused> give(List<Due> due) {
        List<Refused> refused = new ArrayList<>();
        for (int from = 0; from < due.size(); from += BATCH) {
            List<Due> batch = due.subList(from, Math.min(due.size(), from + BATCH));
            if (wanted.getAsBoolean()) {
                give(batch, refused);
            } else {
                KaravelException why = new KaravelException(ErrorCode.CANCELLED, "Another node turns the clock now");
                due.subList(from, due.size()).forEach(one -> refused.add(new Refused(one, why)));
                return refused;
            }
        }
        return refused;
    }

    /** Orders that were taken since the start. */
    long given() {
        return given.sum();
    }

    void close() {
        pool.shutdownNow();
        try {
            pool.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void give(List<Due> batch, List<Refused> refused) {
        List<Callable<Void>> calls = new ArrayList<>();
        batch.forEach(one -> calls.add(() -> {
            queue.submit(one.order());
            given.increment();
            return null;
        }));
        try {
            List<Future<Void>> answers = pool.invokeAll(calls);
            for (int i = 0; i < answers.size(); i++) {
                try {
                    answers.get(i).get();
                } catch (ExecutionException e) {
                    refused.add(new Refused(batch.get(i), reason(e.getCause())));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KaravelException(ErrorCode.CANCELLED, "The beat stops", e);
        }
    }

    private static RuntimeException reason(Throwable cause) {
        return cause instanceof RuntimeException failure
                ? failure
                : new KaravelException(ErrorCode.INTERNAL, "The task queue failed", cause);
    }
}
