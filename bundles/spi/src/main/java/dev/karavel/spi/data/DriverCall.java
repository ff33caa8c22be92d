package dev.karavel.spi.data;

import dev.karavel.spi.data.WarehouseException.Reason;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Who is inside a driver, and with which statement, so that another thread can cancel it. The lock guards nothing else.
 */
final class DriverCall {
    private final JdbcWarehouse warehouse;
    private final Object lock = new Object();

    private Statement statement;
    private Thread inside;
    private boolean cancelled;
    private boolean disturbed;

    interface Call<T> {
        T call() throws SQLException;
    }

    DriverCall(JdbcWarehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** What is cancelled from now on. */
    void of(Statement created) {
        synchronized (lock) {
            statement = created;
        }
    }

    void cancel() {
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

    <T> T call(Call<T> call) {
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

    WarehouseException failure(SQLException cause) {
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

    void refuseIfCancelled() {
        synchronized (lock) {
            if (cancelled) {
                throw warehouse.isClosed()
                        ? JdbcWarehouse.gone(null)
                        : new WarehouseException(Reason.CANCELLED, "The statement was cancelled");
            }
        }
    }

    static void closeQuietly(AutoCloseable resource) {
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
