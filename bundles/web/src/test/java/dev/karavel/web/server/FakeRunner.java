package dev.karavel.web.server;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.RowReceiver;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.SqlText;
import dev.karavel.api.sql.Times;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.TableName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Takes every statement but those that delete. */
final class FakeRunner implements SqlRunner {
    @Override
    public OptionalLong change(Database database, List<String> statements, Duration time, Instant deadline) {
        return OptionalLong.of(statements.size());
    }

    @Override
    public SqlText write(SqlQuestion question) {
        if (question.dataset().sql().filter(sql -> sql.startsWith("delete")).isPresent()) {
            throw new KaravelException(ErrorCode.STATEMENT_REFUSED, "sql", "Not a SELECT", null);
        }
        return new SqlText("select 1", List.of(), List.of());
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
        return Table.empty(List.of());
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
    public Pool pool(long databaseId) {
        return new Pool(1, 3, 2, 8);
    }

    @Override
    public Load load(long databaseId) {
        Times waits = new Times(4, Duration.ofMillis(8), Duration.ofMillis(6), List.of(3L, 4L, 4L, 4L, 4L, 4L, 4L, 4L));
        return new Load(1, 2, 40, 3, 4, waits, Times.none());
    }
}
