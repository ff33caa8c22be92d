package dev.karavel.spi.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** One statement and its rows. */
final class JdbcRows implements Rows {
    private final JdbcWarehouse warehouse;
    private final String sql;
    private final Limits limits;
    private final DriverCall driver;

    private Connection connection;
    private Statement statement;
    private ResultSet result;
    private JdbcReader reader;
    private List<Column> columns;
    private int read;
    private boolean closed;

    JdbcRows(JdbcWarehouse warehouse, String sql, Limits limits) {
        this.warehouse = warehouse;
        this.sql = sql;
        this.limits = limits;
        driver = warehouse.enters();
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
        driver.refuseIfCancelled();
        columns();
        if (read >= limits.rows() || !driver.call(reader::next)) {
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
            throw driver.failure(e);
        }
    }

    @Override
    public void cancel() {
        driver.cancel();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (connection != null) {
            ClassLoader before = warehouse.enterDriver();
            DriverCall.closeQuietly(result);
            DriverCall.closeQuietly(statement);
            DriverClasses.leave(before);
            warehouse.giveBack(connection);
        }
        warehouse.ended(driver);
    }

    private void start() {
        if (closed) {
            throw new IllegalStateException("These rows are closed");
        }
        driver.refuseIfCancelled();
        if (connection == null) {
            connection = warehouse.borrow();
        }
        result = driver.call(() -> {
            statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
            driver.of(statement);
            statement.setMaxRows(limits.rows());
            statement.setFetchSize(Math.min(limits.fetchSize(), limits.rows()));
            warehouse.type().limit(statement, limits.time());
            driver.refuseIfCancelled();
            warehouse.type().begin(connection);
            return statement.executeQuery(sql);
        });
        columns = driver.call(() -> {
            reader = warehouse.type().reader(result);
            return reader.columns();
        });
    }
}
