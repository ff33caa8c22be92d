package dev.karavel.datasource.duckdb;

import dev.karavel.spi.data.Change;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Statements that change a file, in one transaction, while nobody else has it open. */
final class DuckDbChange extends Change {
    private final List<String> statements;
    private final Consumer<DuckDbChange> alone;
    private OptionalLong changed = OptionalLong.empty();
    private Statement running;
    private boolean cancelled;

    /** @param alone calls {@link #run} when the file may be written to */
    DuckDbChange(List<String> statements, Consumer<DuckDbChange> alone) {
        this.statements = List.copyOf(statements);
        this.alone = alone;
    }

    @Override
    protected OptionalLong make() {
        alone.accept(this);
        return changed;
    }

    void run(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            running(statement);
            for (String sql : statements) {
                refuseIfCancelled();
                boolean rows = statement.execute(sql);
                int count = rows ? -1 : statement.getUpdateCount();
                changed = count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            refuseIfCancelled();
            throw e;
        } finally {
            running(null);
        }
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    private synchronized void running(Statement statement) {
        running = statement;
    }

    private synchronized void refuseIfCancelled() {
        if (cancelled) {
            throw new WarehouseException(Reason.CANCELLED, "The statement was cancelled");
        }
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
        try {
            if (running != null) {
                running.cancel();
            }
        } catch (SQLException e) {
            // it ends by itself
            return;
        }
    }

    @Override
    public void close() {}
}
