package dev.karavel.query;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.RowReceiver;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.SqlText;
import dev.karavel.api.sql.Times;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.TableName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes the question itself as its statement, and answers every statement with one row that says its number. */
final class CountingRunner implements SqlRunner {
    final AtomicInteger statements = new AtomicInteger();
    final List<SqlQuestion> questions = new ArrayList<>();
    volatile CountDownLatch gate = new CountDownLatch(0);
    volatile boolean fails;

    @Override
    public OptionalLong change(Database database, List<String> statements, Duration time, Instant deadline) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SqlText write(SqlQuestion question) {
        synchronized (questions) {
            questions.add(question);
        }
        String sql = question.dataset().tableName() + " " + question.spec() + question.bounds()
                + question.filterBounds() + question.rowRules() + question.rowLimit();
        List<String> applied = question.spec().filters().stream()
                .map(filter -> filter.on().label())
                .toList();
        return new SqlText(sql, applied, List.of());
    }

    @Override
    public Table run(Database database, SqlText text, Limits limits, Instant deadline) {
        return run(database, text.sql(), limits, deadline);
    }

    @Override
    public Set<TableName> tables(Database database, String sql, String field) {
        return Set.of();
    }

    @Override
    public Table run(Database database, String sql, Limits limits, Instant deadline) {
        int number = statements.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (fails) {
            throw new KaravelException(ErrorCode.WAREHOUSE_REFUSED, "No such table");
        }
        return new Table.Builder(
                        List.of(new Column("origin", ColumnType.TEXT), new Column("count", ColumnType.INTEGER)))
                .add("ORD", (long) number)
                .add(null, 0L)
                .build();
    }

    @Override
    public long stream(Database database, String sql, Limits limits, Instant deadline, RowReceiver receiver) {
        Table table = run(database, sql, limits, deadline);
        receiver.columns(table.columns());
        for (int row = 0; row < table.rows(); row++) {
            Object[] values = new Object[table.columns().size()];
            for (int column = 0; column < values.length; column++) {
                values[column] = table.value(row, column);
            }
            receiver.row(values);
        }
        return table.rows();
    }

    @Override
    public Load load(long databaseId) {
        return new Load(0, 0, statements.get(), 0, 0, Times.none(), Times.none());
    }

    SqlQuestion last() {
        return questions.get(questions.size() - 1);
    }
}
