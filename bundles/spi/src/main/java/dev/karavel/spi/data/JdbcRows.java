package dev.karavel.spi.data;

import dev.karavel.spi.data.WarehouseException.Reason;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** One statement and its rows. The lock guards only what {@link #cancel} needs: who is inside the driver, and with what. */
final class JdbcRows implements Rows {
    private final JdbcWarehouse warehouse;
    private final String sql;
    private final Limits limits;
    private final Object lock = new Object();

    private Connection connection;
    private Statement statement;
    private ResultSet result;
    private JdbcReader reader;
    private List<Column> columns;
    private int read;
    private boolean closed;

    private Thread inside;
    private boolean cancelled;
    private boolean disturbed;

    JdbcRows(JdbcWarehouse warehouse, String sql, Limits limits) {
        this.warehouse = warehouse;
        this.sql = sql;
        this.limits = limits;
    }

    @Override
    public List<Column> columns() {
        if (columns == null) {
            start();
        }
        return columns;
    }

    @Override
    public boolean next() {
        refuseIfCancelled();
        columns();
        if (read >= limits.rows() || !call(reader::next)) {
            return false;
        }
        read++;
        return true;
    }

    @Override
    public Object value(int column) {
        try {
            return reader.value(column);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void cancel() {
        synchronized (lock) {
            if (!cancelled) {
                cancelled = true;
                disturb();
            }
        }
    }

    /** The warehouse closes. Asked again until it has ended: drivers forget a cancel that comes just before the statement. */
    void end() {
        synchronized (lock) {
            cancelled = true;
            disturb();
        }
    }

    private void disturb() {
        if (inside != null && statement != null) {
            disturbed = true;
            try {
                warehouse.type().cancel(statement, inside);
            } catch (SQLException e) {
                // it ends at its time limit, or at its next row
                return;
            }
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (connection != null) {
            ClassLoader before = warehouse.enterDriver();
            closeQuietly(result);
            closeQuietly(statement);
            DriverClasses.leave(before);
            warehouse.giveBack(connection);
        }
        warehouse.ended(this);
    }

    private void start() {
        if (closed) {
            throw new IllegalStateException("These rows are closed");
        }
        refuseIfCancelled();
        if (connection == null) {
            connection = warehouse.borrow();
        }
        result = call(() -> {
            Statement created = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
            synchronized (lock) {
                statement = created;
            }
            created.setMaxRows(limits.rows());
            created.setFetchSize(Math.min(limits.fetchSize(), limits.rows()));
            warehouse.type().limit(created, limits.time());
            refuseIfCancelled();
            warehouse.type().begin(connection);
            return created.executeQuery(sql);
        });
        columns = call(() -> {
            reader = warehouse.type().reader(result);
            return reader.columns();
        });
    }

    private interface Call<T> {
        T call() throws SQLException;
    }

    private <T> T call(Call<T> call) {
        synchronized (lock) {
            refuseIfCancelled();
            inside = Thread.currentThread();
        }
        ClassLoader before = warehouse.enterDriver();
        try {
            return call.call();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            DriverClasses.leave(before);
            synchronized (lock) {
                inside = null;
                if (disturbed) {
                    // some drivers are cancelled by an interrupt, which was not meant for what comes next
                    Thread.interrupted();
                    disturbed = false;
                }
            }
        }
    }

    private WarehouseException failure(SQLException cause) {
        synchronized (lock) {
            if (warehouse.isClosed()) {
                return JdbcWarehouse.gone(cause);
            }
            if (cancelled) {
                return new WarehouseException(Reason.CANCELLED, "The statement was cancelled", cause);
            }
        }
        return warehouse.failure(cause, false);
    }

    private void refuseIfCancelled() {
        synchronized (lock) {
            if (cancelled) {
                throw warehouse.isClosed()
                        ? JdbcWarehouse.gone(null)
                        : new WarehouseException(Reason.CANCELLED, "The statement was cancelled");
            }
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (Exception e) {
            // the connection is rolled back next, and dropped if that fails too
            return;
        }
    }
}
