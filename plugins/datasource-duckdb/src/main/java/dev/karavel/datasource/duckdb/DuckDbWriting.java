package dev.karavel.datasource.duckdb;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.IfExists;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Rows into a table through DuckDB's appender, in one transaction: prepared inserts are a hundred times slower. */
final class DuckDbWriting {
    private static final String MAIN = "main";
    private static final String BESIDE = "karavel_upload";

    private final DuckDBConnection connection;
    private final Dialect dialect;

    DuckDbWriting(DuckDBConnection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    long write(TableName table, Rows rows, IfExists existing) throws SQLException {
        connection.setAutoCommit(false);
        try {
            long count = transaction(table, rows, existing);
            connection.commit();
            return count;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    private long transaction(TableName table, Rows rows, IfExists existing) throws SQLException {
        boolean there = exists(table);
        if (there && existing == IfExists.FAIL) {
            throw new WarehouseException(
                    Reason.TABLE_EXISTS, "table_name", "Table " + table.name() + " exists already");
        }
        if (!there || existing == IfExists.REPLACE) {
            execute("CREATE OR REPLACE TABLE " + table.quoted(dialect) + definition(rows.columns()));
            return append(connection.createAppender(table.schema().orElse(MAIN), table.name()), rows);
        }
        // not into the table itself: the appender takes a value only in the column's very type
        execute("CREATE TEMP TABLE " + BESIDE + definition(rows.columns()));
        long count = append(connection.createAppender("temp", MAIN, BESIDE), rows);
        String names = rows.columns().stream()
                .map(column -> dialect.quote(column.name()))
                .collect(Collectors.joining(", "));
        execute("INSERT INTO " + table.quoted(dialect) + " (" + names + ") SELECT " + names + " FROM temp." + BESIDE);
        execute("DROP TABLE temp." + BESIDE);
        return count;
    }

    private String definition(List<Column> columns) {
        return columns.stream()
                .map(column -> dialect.quote(column.name()) + " " + dialect.typeName(column.type()))
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private static long append(DuckDBAppender opened, Rows rows) throws SQLException {
        int columns = rows.columns().size();
        long count = 0;
        try (DuckDBAppender appender = opened) {
            while (rows.next()) {
                appender.beginRow();
                for (int i = 0; i < columns; i++) {
                    append(appender, rows.value(i));
                }
                appender.endRow();
                count++;
            }
        }
        return count;
    }

    private static void append(DuckDBAppender appender, Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof Long number) {
            appender.append(number.longValue());
        } else if (value instanceof Double number) {
            appender.append(number.doubleValue());
        } else if (value instanceof BigDecimal number) {
            appender.append(number.doubleValue());
        } else if (value instanceof Boolean truth) {
            appender.append(truth.booleanValue());
        } else if (value instanceof LocalDate date) {
            appender.append(date);
        } else if (value instanceof LocalDateTime moment) {
            appender.append(moment);
        } else {
            appender.append(value.toString());
        }
    }

    private boolean exists(TableName table) throws SQLException {
        String sql = "SELECT 1 FROM duckdb_tables() WHERE database_name = current_database()"
                + " AND lower(schema_name) = lower(?) AND lower(table_name) = lower(?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table.schema().orElse(MAIN));
            statement.setString(2, table.name());
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
