package dev.karavel.sql.run;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.RowReceiver;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.SqlText;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.sql.inspect.Inspector;
import dev.karavel.sql.write.Labels;
import dev.karavel.sql.write.StatementWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Writes statements and runs them, bounded per database. */
@Component(configurationPid = "dev.karavel.sql")
@Designate(ocd = BoundedSqlRunner.Config.class)
public final class BoundedSqlRunner implements SqlRunner {
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

        @AttributeDefinition(name = "Functions nobody may call in typed SQL, separated by commas; this list wins")
        String denied_functions() default "";

        @AttributeDefinition(
                name = "Tables nobody may name in typed SQL, with or without their schema, separated by commas")
        String denied_tables() default "";
    }

    private final Warehouses warehouses;
    private final Inspector inspector;
    private final Labels labels = new Labels();
    private final int maxRows;
    private final long mostBytes;
    private final BoundedThreads threads;

    @Activate
    public BoundedSqlRunner(@Reference Warehouses warehouses, Config config) {
        this(
                warehouses,
                new Inspector(
                        List.of(config.functions().split(",")),
                        List.of(config.denied_functions().split(",")),
                        List.of(config.denied_tables().split(","))),
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
        this.maxRows = maxRows;
        this.mostBytes = mostBytes;
        threads = new BoundedThreads(warehouses, maxRunning, maxWaiting, clock);
    }

    @Override
    public SqlText write(SqlQuestion question) {
        return StatementWriter.write(
                question, warehouses.open(question.database()).dialect(), inspector, labels);
    }

    @Override
    public Set<TableName> tables(Database database, String sql, String field) {
        return inspector.tables(sql, field, warehouses.open(database).dialect());
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
        int rows = Math.min(limits.rows(), mostRows);
        return labels.restore(
                threads.run(database, reading(sql), limits, rows, deadline, new Collecting(rows, mostBytes)));
    }

    @Override
    public long stream(Database database, String sql, Limits limits, Instant deadline, RowReceiver receiver) {
        return threads.run(database, reading(sql), limits, limits.rows(), deadline, rows -> hand(rows, receiver));
    }

    private static Reading.Question reading(String sql) {
        return (warehouse, limits) -> warehouse.run(sql, limits);
    }

    @Override
    public OptionalLong change(Database database, List<String> statements, Duration time, Instant deadline) {
        if (!warehouses.open(database).changes()) {
            throw KaravelException.invalid("sql", "Database " + database.name() + " can only be read");
        }
        return threads.run(
                database,
                (warehouse, limits) -> warehouse.change(statements, limits),
                Limits.of(1, time),
                1,
                deadline,
                BoundedSqlRunner::changed);
    }

    private static OptionalLong changed(Rows rows) {
        return rows.next() && rows.value(0) instanceof Long count ? OptionalLong.of(count) : OptionalLong.empty();
    }

    private long hand(Rows rows, RowReceiver receiver) {
        receiver.columns(labels.restore(rows.columns()));
        Object[] values = new Object[rows.columns().size()];
        long count = 0;
        while (rows.next()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = rows.value(i);
            }
            receiver.row(values);
            count++;
        }
        return count;
    }

    @Override
    public Pool pool(long databaseId) {
        Warehouse.Connections connections = warehouses.connections(databaseId);
        return new Pool(
                connections.active(),
                connections.idle(),
                threads.load(databaseId).waiting(),
                threads.mostRunning());
    }

    @Override
    public Load load(long databaseId) {
        return threads.load(databaseId);
    }

    @Deactivate
    public void stop() {
        threads.stop();
    }
}
