package dev.karavel.spi.data;

import dev.karavel.spi.data.WarehouseException.Reason;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One statement and its rows. The lock guards only what {@link #cancel} needs: who is inside the driver, and with what. */
final class JdbcRows implements Rows {
    private final JdbcWarehouse warehouse;
    private final String sql;
    private final Limits limits;
    private final Object lock = new Object();

    private Connection connection;
    private Statement statement;
    private ResultSet result;
    private List<Column> columns;
    private JdbcValue[] values;
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
        if (read >= limits.rows() || !call(result::next)) {
            return false;
        }
        read++;
        return true;
    }

    @Override
    public Object value(int column) {
        try {
            return values[column].read(result, column + 1);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void cancel() {
        synchronized (lock) {
            boolean first = !cancelled;
            cancelled = true;
            if (first && inside != null && statement != null) {
                disturbed = true;
                try {
                    warehouse.type().cancel(statement, inside);
                } catch (SQLException e) {
                    // it ends at its time limit, or at its next row
                    return;
                }
            }
        }
    }

    /** The warehouse closes. */
    void end() {
        cancel();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (connection != null) {
            closeQuietly(result);
            closeQuietly(statement);
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
            return created.executeQuery(sql);
        });
        call(() -> {
            describe(result.getMetaData());
            return true;
        });
    }

    private void describe(ResultSetMetaData metadata) throws SQLException {
        int count = metadata.getColumnCount();
        List<Column> found = new ArrayList<>(count);
        Set<String> names = new HashSet<>();
        values = new JdbcValue[count];
        for (int i = 0; i < count; i++) {
            String type = metadata.getColumnTypeName(i + 1);
            ColumnType kind = warehouse.dialect().columnType(type);
            String label = metadata.getColumnLabel(i + 1);
            String name = label;
            for (int n = 1; !names.add(name); n++) {
                name = label + "__" + n;
            }
            found.add(new Column(name, kind));
            values[i] = JdbcValue.of(kind, type, warehouse.type().speaksJavaTime());
        }
        columns = List.copyOf(found);
    }

    private interface Call<T> {
        T call() throws SQLException;
    }

    private <T> T call(Call<T> call) {
        synchronized (lock) {
            refuseIfCancelled();
            inside = Thread.currentThread();
        }
        try {
            return call.call();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
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
