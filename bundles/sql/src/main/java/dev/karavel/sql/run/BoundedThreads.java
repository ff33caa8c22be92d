package dev.karavel.sql.run;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import dev.karavel.sql.warehouse.Failures;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Statements run on threads of their own, as many as the gates of the databases let through: so the caller is free at its
 * deadline even where a driver does not listen, while the place at the gate stays taken until the statement has really ended.
 */
final class BoundedThreads {
    private static final long IDLE_SECONDS = 30;

    private final Warehouses warehouses;
    private final int maxRunning;
    private final int maxWaiting;
    private final Clock clock;
    private final Map<Long, Gate> gates = new ConcurrentHashMap<>();
    private final ExecutorService threads;

    BoundedThreads(Warehouses warehouses, int maxRunning, int maxWaiting, Clock clock) {
        this.warehouses = warehouses;
        this.maxRunning = maxRunning;
        this.maxWaiting = maxWaiting;
        this.clock = clock;
        AtomicInteger number = new AtomicInteger();
        // unbounded, because the gates are the bound
        threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "karavel-sql-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** @param mostRows read, whatever the limits say */
    <T> T run(
            Database database,
            Reading.Question question,
            Limits limits,
            int mostRows,
            Instant deadline,
            Function<Rows, T> reader) {
        Warehouse warehouse = warehouses.open(database);
        Gate gate = gates.computeIfAbsent(database.id(), id -> new Gate(maxRunning, maxWaiting));
        Duration left = left(limits, deadline);
        if (left.isNegative() || left.isZero()) {
            throw new KaravelException(ErrorCode.WAREHOUSE_TIMEOUT, "There was no time left to ask the database");
        }
        Instant end = clock.instant().plus(left);
        enter(gate, database, left);
        Duration time = Duration.between(clock.instant(), end);
        Reading<T> reading = new Reading<>(question, bounded(limits, mostRows, time), reader);
        Future<T> result = start(gate, database, warehouse, reading);
        try {
            return result.get(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            cancel(reading);
            throw new KaravelException(
                    ErrorCode.WAREHOUSE_TIMEOUT, "Database " + database.name() + " took longer than it may", e);
        } catch (InterruptedException e) {
            cancel(reading);
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw failure(database, e.getCause());
        }
    }

    private <T> Future<T> start(Gate gate, Database database, Warehouse warehouse, Reading<T> reading) {
        gate.statements.increment();
        try {
            CompletableFuture<T> answer = new CompletableFuture<>();
            threads.execute(() -> {
                long begin = System.nanoTime();
                try {
                    reading.read(warehouse, answer::complete);
                } catch (RuntimeException | Error e) {
                    // passed on to the caller; after the answer it is the warehouse's own affair
                    answer.completeExceptionally(e);
                } finally {
                    gate.runs.took(System.nanoTime() - begin);
                    gate.leave();
                    if (answer.isCompletedExceptionally()) {
                        gate.failures.increment();
                    }
                }
            });
            return answer;
        } catch (RejectedExecutionException e) {
            gate.leave();
            throw new KaravelException(ErrorCode.CANCELLED, "The server is stopping", e);
        }
    }

    private void enter(Gate gate, Database database, Duration patience) {
        try {
            switch (gate.enter(patience)) {
                case FULL ->
                    throw KaravelException.busy(
                            ErrorCode.QUEUE_FULL,
                            "Too many queries wait for database " + database.name() + "; try again later",
                            gate.turn());
                case TOO_LATE ->
                    throw new KaravelException(
                            ErrorCode.WAREHOUSE_TIMEOUT,
                            "Database " + database.name() + " was busy with other queries until the end");
                case IN -> {}
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Duration left(Limits limits, Instant deadline) {
        Duration left = Duration.between(clock.instant(), deadline);
        return left.compareTo(limits.time()) < 0 ? left : limits.time();
    }

    private static Limits bounded(Limits limits, int mostRows, Duration time) {
        int rows = Math.min(limits.rows(), mostRows);
        return new Limits(
                rows,
                time.isNegative() || time.isZero() ? Duration.ofMillis(1) : time,
                Math.min(rows, limits.fetchSize()));
    }

    private void cancel(Reading<?> reading) {
        try {
            // elsewhere, because some drivers ask the server first
            threads.execute(reading::cancel);
        } catch (RejectedExecutionException e) {
            reading.cancel();
        }
    }

    private static KaravelException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new KaravelException(ErrorCode.CANCELLED, "The query was cancelled", cause);
    }

    private KaravelException failure(Database database, Throwable cause) {
        if (cause instanceof WarehouseException e) {
            boolean gone = e.reason() == Reason.CLOSED
                    && warehouses.kinds().stream().noneMatch(kind -> kind.id().equals(database.backend()));
            return gone
                    ? new KaravelException(
                            ErrorCode.PLUGIN_MISSING,
                            "The datasource plugin " + database.backend() + " went away while the query ran",
                            e)
                    : Failures.running(database, e);
        }
        if (cause instanceof UncheckedIOException) {
            return new KaravelException(ErrorCode.CANCELLED, "Whoever asked for the rows went away", cause);
        }
        if (cause instanceof KaravelException e) {
            return e;
        }
        return new KaravelException(
                ErrorCode.PLUGIN_FAILED,
                "Datasource plugin " + database.backend() + " failed while the query ran",
                cause);
    }

    int mostRunning() {
        return maxRunning;
    }

    SqlRunner.Load load(long databaseId) {
        Gate gate = gates.get(databaseId);
        return gate == null ? SqlRunner.Load.none() : gate.load();
    }

    void stop() {
        threads.shutdown();
    }
}
