package dev.karavel.spi.data;

import dev.karavel.spi.data.WarehouseException.Reason;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Rows on their way into a table, over a connection of their own. Where making a table cannot be undone, a table that is replaced
 * is first made beside it; so what was there stays until every row is written.
 */
final class JdbcWriting {
    private static final int BATCH = 1_000;

    private final JdbcDataSourceType type;
    private final Dialect dialect;
    private final Connection connection;

    JdbcWriting(JdbcDataSourceType type, Connection connection) {
        this.type = type;
        this.dialect = type.dialect();
        this.connection = connection;
    }

    long write(TableName table, Rows rows, IfExists existing) throws SQLException {
        boolean there = exists(table);
        if (there && existing == IfExists.FAIL) {
            throw new WarehouseException(
                    Reason.TABLE_EXISTS, "table_name", "Table " + table.name() + " exists already");
        }
        if (there && existing == IfExists.APPEND) {
            try {
                long count = insert(table, rows);
                connection.commit();
                return count;
            } catch (SQLException | RuntimeException e) {
                undo(Optional.empty());
                throw e;
            }
        }
        return make(table, rows, there);
    }

    private long make(TableName table, Rows rows, boolean there) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        boolean undoable = metadata.supportsDataDefinitionAndDataManipulationTransactions()
                && !metadata.dataDefinitionCausesTransactionCommit()
                && !metadata.dataDefinitionIgnoredInTransactions();
        TableName made = there && !undoable
                ? new TableName(
                        table.schema(),
                        "karavel_" + UUID.randomUUID().toString().substring(0, 8))
                : table;
        boolean created = false;
        try {
            if (there && undoable) {
                execute("DROP TABLE " + table.quoted(dialect));
            }
            execute(creation(made, rows.columns()));
            created = true;
            long count = insert(made, rows);
            connection.commit();
            if (!made.equals(table)) {
                execute("DROP TABLE " + table.quoted(dialect));
                execute(dialect.rename(made, table.name()));
                connection.commit();
            }
            return count;
        } catch (SQLException | RuntimeException e) {
            undo(created && !undoable ? Optional.of(made) : Optional.empty());
            throw e;
        }
    }

    private void undo(Optional<TableName> leftover) {
        try {
            connection.rollback();
            if (leftover.isPresent()) {
                execute("DROP TABLE " + leftover.get().quoted(dialect));
                connection.commit();
            }
        } catch (SQLException e) {
            // what went wrong first is told
            return;
        }
    }

    private String creation(TableName table, List<Column> columns) {
        return columns.stream()
                .map(column -> dialect.quote(column.name()) + " " + dialect.typeName(column.type()))
                .collect(Collectors.joining(", ", "CREATE TABLE " + table.quoted(dialect) + " (", ")"));
    }

    private long insert(TableName table, Rows rows) throws SQLException {
        List<Column> columns = rows.columns();
        String names =
                columns.stream().map(column -> dialect.quote(column.name())).collect(Collectors.joining(", "));
        String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        String sql = "INSERT INTO " + table.quoted(dialect) + " (" + names + ") VALUES (" + places + ")";
        long count = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            while (rows.next()) {
                for (int i = 0; i < columns.size(); i++) {
                    type.bind(statement, i + 1, columns.get(i).type(), rows.value(i));
                }
                statement.addBatch();
                if (++count % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            if (count % BATCH != 0) {
                statement.executeBatch();
            }
        }
        return count;
    }

    private boolean exists(TableName table) throws SQLException {
        String schema = table.schema().orElse(connection.getSchema());
        DatabaseMetaData metadata = connection.getMetaData();
        String pattern = escaped(table.name(), metadata.getSearchStringEscape());
        try (ResultSet found = metadata.getTables(connection.getCatalog(), null, pattern, null)) {
            while (found.next()) {
                String owner = found.getString("TABLE_SCHEM");
                if (table.name().equals(found.getString("TABLE_NAME"))
                        && (owner == null || schema == null || owner.equals(schema))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String escaped(String name, String escape) {
        String sign = escape == null ? "" : escape;
        return sign.isEmpty()
                ? "%"
                : name.replace(sign, sign + sign).replace("_", sign + "_").replace("%", sign + "%");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
