package dev.karavel.sql.run;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.SqlText;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import dev.karavel.sql.inspect.Inspector;
import dev.karavel.sql.warehouse.Failures;
import dev.karavel.sql.write.Labels;
import dev.karavel.sql.write.StatementWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Statements run on threads of their own, as many as the gates of the databases let through: so the caller is free at its
 * deadline even where a driver does not listen, while the place at the gate stays taken until the statement has really ended.
 */
@Component(configurationPid = "dev.karavel.sql")
@Designate(ocd = BoundedSqlRunner.Config.class)
public final class BoundedSqlRunner implements SqlRunner {
    private static final long IDLE_SECONDS = 30;
    private static final long BYTES = 1_000_000;
    private static final int MOST_NUMBERS = 1_000_000;

    @ObjectClassDefinition(name = "Karavel statements")
    public @interface Config {
        @AttributeDefinition(name = "Most statements running at once, per database", min = "1")
        int max_running() default 8;

        @AttributeDefinition(
                name = "Most callers waiting for one of these places; further ones are told to come later",
                min = "0")
        int max_waiting() default 64;

        @AttributeDefinition(name = "Most rows read from one statement, whatever was asked for", min = "1")
        int max_rows() default 100_000;

        @AttributeDefinition(name = "Most megabytes of memory one result may take", min = "1")
        int max_megabytes() default 256;

        @AttributeDefinition(name = "Functions allowed in typed SQL besides the known ones, separated by commas")
        String functions() default "";
    }

    private final Warehouses warehouses;
    private final Inspector inspector;
    private final Labels labels = new Labels();
    private final int maxRunning;
    private final int maxWaiting;
    private final int maxRows;
    private final long mostBytes;
    private final Clock clock;
    private final Map<Long, Gate> gates = new ConcurrentHashMap<>();
    private final ExecutorService threads;

    @Activate
    public BoundedSqlRunner(@Reference Warehouses warehouses, Config config) {
        this(
                warehouses,
                new Inspector(List.of(config.functions().split(","))),
                config.max_running(),
                config.max_waiting(),
                config.max_rows(),
                config.max_megabytes() * BYTES,
                Clock.systemUTC());
    }

    public BoundedSqlRunner(
            Warehouses warehouses,
            Inspector inspector,
            int maxRunning,
            int maxWaiting,
            int maxRows,
            long mostBytes,
            Clock clock) {
        this.warehouses = warehouses;
        this.inspector = inspector;
        this.maxRunning = maxRunning;
        this.maxWaiting = maxWaiting;
        this.maxRows = maxRows;
        this.mostBytes = mostBytes;
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

    @Override
    public SqlText write(SqlQuestion question) {
        return StatementWriter.write(
                question, warehouses.open(question.database()).dialect(), inspector, labels);
    }

    @Override
    public Set<TableName> tables(Database database, String sql, String field) {
        inspector.select(sql, field, warehouses.open(database).dialect());
        return Set.of();
    }

    @Override
    public Table run(Database database, SqlText text, Limits limits, Instant deadline) {
        Table table = run(database, text.sql(), limits, deadline);
        if (text.later().isEmpty()) {
            return table;
        }
        table = LaterColumns.withoutFiller(table);
        Map<String, Table> asked = new HashMap<>();
        for (SqlText.Later later : text.later()) {
            Table numbers = asked.computeIfAbsent(
                    later.sql(),
                    sql -> run(database, sql, Limits.of(MOST_NUMBERS, limits.time()), MOST_NUMBERS, deadline));
            if (numbers.rows() == MOST_NUMBERS) {
                throw new KaravelException(
                        ErrorCode.TOO_LARGE,
                        "This kind of database cannot compute " + later.label()
                                + ", and there are too many numbers to do it here; ask for fewer rows");
            }
            table = LaterColumns.add(table, numbers, later);
        }
        return table;
    }

    @Override
    public Table run(Database database, String sql, Limits limits, Instant deadline) {
        return run(database, sql, limits, maxRows, deadline);
    }

    private Table run(Database database, String sql, Limits limits, int mostRows, Instant deadline) {
        Warehouse warehouse = warehouses.open(database);
        Gate gate = gates.computeIfAbsent(database.id(), id -> new Gate(maxRunning, maxWaiting));
        Duration left = left(limits, deadline);
        if (left.isNegative() || left.isZero()) {
            throw new KaravelException(ErrorCode.WAREHOUSE_TIMEOUT, "There was no time left to ask the database");
        }
        Instant end = clock.instant().plus(left);
        enter(gate, database, left);
        Duration time = Duration.between(clock.instant(), end);
        Reading reading = new Reading(sql, bounded(limits, mostRows, time), mostBytes);
        Future<Table> table = start(gate, database, warehouse, reading);
        try {
            return labels.restore(table.get(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS));
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

    private Future<Table> start(Gate gate, Database database, Warehouse warehouse, Reading reading) {
        gate.statements.increment();
        try {
            return threads.submit(() -> {
                boolean done = false;
                try {
                    Table table = reading.read(warehouse);
                    done = true;
                    return table;
                } finally {
                    gate.leave();
                    if (!done) {
                        gate.failures.increment();
                    }
                }
            });
        } catch (RejectedExecutionException e) {
            gate.leave();
            throw new KaravelException(ErrorCode.CANCELLED, "The server is stopping", e);
        }
    }

    private void enter(Gate gate, Database database, Duration patience) {
        try {
            switch (gate.enter(patience)) {
                case FULL ->
                    throw new KaravelException(
                            ErrorCode.QUEUE_FULL,
                            "Too many queries wait for database " + database.name() + "; try again later");
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

    private void cancel(Reading reading) {
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
        if (cause instanceof KaravelException e) {
            return e;
        }
        return new KaravelException(
                ErrorCode.PLUGIN_FAILED,
                "Datasource plugin " + database.backend() + " failed while the query ran",
                cause);
    }

    @Override
    public Load load(long databaseId) {
        Gate gate = gates.get(databaseId);
        return gate == null
                ? new Load(0, 0, 0, 0)
                : new Load(gate.running(), gate.waiting(), gate.statements.sum(), gate.failures.sum());
    }

    @Deactivate
    public void stop() {
        threads.shutdown();
    }
}
