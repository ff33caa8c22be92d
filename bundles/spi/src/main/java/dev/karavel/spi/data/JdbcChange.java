package dev.karavel.spi.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;

/** Statements that change something, on a connection of their own that may write. */
final class JdbcChange extends Change {
    private final JdbcWarehouse warehouse;
    private final List<String> statements;
    private final Limits limits;
    private final DriverCall driver;
    private boolean closed;

    JdbcChange(JdbcWarehouse warehouse, List<String> statements, Limits limits) {
        this.warehouse = warehouse;
        this.statements = List.copyOf(statements);
        this.limits = limits;
        driver = warehouse.enters();
    }

    @Override
    protected OptionalLong make() {
        if (closed) {
            throw new IllegalStateException("This change is closed");
        }
        driver.refuseIfCancelled();
        Connection connection = warehouse.borrowToWrite();
        try {
            return driver.call(() -> made(connection));
        } finally {
            warehouse.giveUp(connection);
        }
    }

    private OptionalLong made(Connection connection) throws SQLException {
        OptionalLong changed = OptionalLong.empty();
        try {
            for (String sql : statements) {
                try (Statement statement = connection.createStatement()) {
                    driver.of(statement);
                    warehouse.type().limitChange(statement, limits.time());
                    driver.refuseIfCancelled();
                    changed = statement.execute(sql) ? OptionalLong.empty() : count(statement);
                }
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return changed;
        } catch (SQLException | RuntimeException e) {
            undo(connection);
            throw e;
        }
    }

    private static OptionalLong count(Statement statement) throws SQLException {
        long count;
        try {
            count = statement.getLargeUpdateCount();
        } catch (SQLFeatureNotSupportedException | UnsupportedOperationException e) {
            count = statement.getUpdateCount();
        }
        return count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
    }

    private static void undo(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            // what went wrong first is told, and the connection is closed
            return;
        }
    }

    @Override
    public void cancel() {
        driver.cancel();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            warehouse.ended(driver);
        }
    }
}
