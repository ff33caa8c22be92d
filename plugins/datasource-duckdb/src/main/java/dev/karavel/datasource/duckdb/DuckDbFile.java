package dev.karavel.datasource.duckdb;

import dev.karavel.spi.data.IfExists;
import dev.karavel.spi.data.JdbcWarehouse;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBConnection;

/**
 * One file, open read only and locked: statements reach neither other files nor the network, and cannot change options.
 * Loading closes it, opens it writable for a moment, and closes it again.
 */
final class DuckDbFile extends JdbcWarehouse {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DuckDbType type;
    private final Path path;
    private final String memoryLimit;
    private final int threads;
    private final boolean temporary;
    private DuckDBConnection root;
    private int users;

    DuckDbFile(DuckDbType type, Settings settings, Path path, String memoryLimit, int threads, boolean temporary) {
        super(type, settings);
        this.type = type;
        this.path = path;
        this.memoryLimit = memoryLimit;
        this.threads = threads;
        this.temporary = temporary;
    }

    Path path() {
        return path;
    }

    void use() {
        users++;
    }

    /** Whether that was the last user. */
    boolean leave() {
        return --users == 0;
    }

    @Override
    protected synchronized Connection connect() throws SQLException {
        if (root == null) {
            root = locked();
        }
        DuckDBConnection connection = root.duplicate();
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public boolean loadsFiles() {
        return true;
    }

    @Override
    public void load(TableName table, Path file) {
        String source = DuckDbSource.of(file).read(dialect());
        alone(PATIENCE, () -> replace(table, source));
    }

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public long write(TableName table, Rows rows, IfExists existing) {
        AtomicLong count = new AtomicLong();
        alone(PATIENCE, () -> count.set(written(table, rows, existing)));
        return count.get();
    }

    private synchronized long written(TableName table, Rows rows, IfExists existing) {
        try {
            closeRoot();
            try (DuckDBConnection writing = (DuckDBConnection) writable();
                    Statement statement = writing.createStatement()) {
                long count = new DuckDbWriting(writing, dialect()).write(table, rows, existing);
                writing.setAutoCommit(true);
                statement.execute("CHECKPOINT");
                return count;
            }
        } catch (SQLException e) {
            throw new WarehouseException(Reason.STATEMENT, "The rows could not be written: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Rows change(List<String> statements, Limits limits) {
        return new DuckDbChange(statements, change -> alone(PATIENCE, () -> changed(change)));
    }

    private synchronized void changed(DuckDbChange change) {
        try {
            closeRoot();
            try (Connection writing = connection(closedIn(options()))) {
                lock(writing);
                change.run(writing);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private WarehouseException failed(SQLException failure) {
        return new WarehouseException(type.reason(failure), failure.getMessage(), failure);
    }

    private synchronized void replace(TableName table, String source) {
        try {
            closeRoot();
            try (Connection writing = writable();
                    Statement statement = writing.createStatement()) {
                if (table.schema().isPresent()) {
                    statement.execute("CREATE SCHEMA IF NOT EXISTS "
                            + dialect().quote(table.schema().get()));
                }
                // rows of a warehouse have no order, and both cores may load them
                statement.execute("SET preserve_insertion_order = false");
                String select = "SELECT *" + plainTexts(statement, source) + " FROM " + source;
                statement.execute("CREATE OR REPLACE TABLE " + table.quoted(dialect()) + " AS " + select);
                statement.execute("CHECKPOINT");
            }
        } catch (SQLException e) {
            throw new WarehouseException(Reason.STATEMENT, "The file could not be loaded: " + e.getMessage(), e);
        }
    }

    /** A field that is sometimes a number and sometimes a text comes as JSON, its texts in quotes: without them. */
    private String plainTexts(Statement statement, String source) throws SQLException {
        List<String> replaced = new ArrayList<>();
        try (ResultSet columns = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
            while (columns.next()) {
                if (columns.getString("column_type").equals("JSON")) {
                    String name = dialect().quote(columns.getString("column_name"));
                    replaced.add("(" + name + " ->> '$') AS " + name);
                }
            }
        }
        return replaced.isEmpty() ? "" : " REPLACE (" + String.join(", ", replaced) + ")";
    }

    private DuckDBConnection locked() throws SQLException {
        boolean unfinished = Files.exists(path.resolveSibling(path.getFileName() + ".wal"));
        if (unfinished || !Files.exists(path)) {
            create();
        }
        Properties options = closedIn(options());
        options.setProperty("access_mode", "READ_ONLY");
        Connection connection = connection(options);
        try {
            lock(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return (DuckDBConnection) connection;
    }

    /** Reaching neither other files nor the network. */
    private static Properties closedIn(Properties options) {
        options.setProperty("enable_external_access", "false");
        options.setProperty("autoinstall_known_extensions", "false");
        options.setProperty("autoload_known_extensions", "false");
        options.setProperty("allow_community_extensions", "false");
        options.setProperty("allow_persistent_secrets", "false");
        return options;
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL TimeZone = 'UTC'");
            statement.execute("SET GLOBAL lock_configuration = true");
        }
    }

    private void create() throws SQLException {
        try (Connection connection = writable();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    private Connection writable() throws SQLException {
        try {
            Files.createDirectories(path.getParent());
        } catch (IOException e) {
            throw new SQLException("IO Error: no folder for the file", e);
        }
        return connection(options());
    }

    private Properties options() {
        Properties options = new Properties();
        options.setProperty("memory_limit", memoryLimit);
        options.setProperty("threads", String.valueOf(threads));
        return options;
    }

    private Connection connection(Properties options) throws SQLException {
        return type.driver().connect("jdbc:duckdb:" + path, options);
    }

    private void closeRoot() throws SQLException {
        if (root != null) {
            root.close();
            root = null;
        }
    }

    @Override
    public void close() {
        super.close();
        synchronized (this) {
            try {
                closeRoot();
                if (temporary) {
                    Files.deleteIfExists(path);
                    Files.deleteIfExists(path.getParent());
                }
            } catch (SQLException | IOException e) {
                throw new WarehouseException(Reason.UNREACHABLE, "The file could not be closed", e);
            }
        }
    }
}
