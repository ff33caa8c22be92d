package dev.karavel.datasource.sqlite;

import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.JdbcReader;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SqlAddress;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import dev.karavel.spi.data.WarehouseFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteLimits;

/** SQLite: files in folders for warehouses, opened to read only, and no other file from there. */
@Component(service = DataSourceType.class, configurationPid = "dev.karavel.warehouses")
@Designate(ocd = SqliteType.Config.class)
public final class SqliteType extends JdbcDataSourceType {
    private static final String PATH = "path";
    private static final int LONGEST_VALUE = 64 << 20;
    private static final int LONGEST_PATTERN = 5_000;
    private static final int MILLISECONDS_FOR_LOCKS = 5_000;

    /** Of SQLAlchemy's addresses; they change nothing here, where files are only read and looked up in their folder. */
    private static final Set<String> HARMLESS =
            Set.of("cached_statements", "check_same_thread", "detect_types", "mode", "timeout", "uri");

    private static final List<Setting> FORM =
            List.of(new Setting(PATH, "File", Kind.FILE, true, "", "Its name in the server's folder of warehouses"));

    @ObjectClassDefinition(name = "Karavel files of embedded warehouses")
    @interface Config {
        @AttributeDefinition(name = "Folders, separated by commas")
        String folders() default "";
    }

    private final Driver driver = new JDBC();
    private final Dialect dialect = new SqliteDialect();
    private final WarehouseFolders folders;

    @Activate
    public SqliteType(BundleContext context, Config config) {
        this(WarehouseFolders.of(
                config.folders(),
                Path.of(Optional.ofNullable(context.getProperty("karaf.data")).orElse("data"))));
    }

    /** Not a constructor people see: Declarative Services would take it for its own. */
    public static SqliteType in(WarehouseFolders folders) {
        return new SqliteType(folders);
    }

    private SqliteType(WarehouseFolders folders) {
        this.folders = folders;
    }

    @Override
    public String id() {
        return "sqlite";
    }

    @Override
    public String title() {
        return "SQLite";
    }

    @Override
    public List<Setting> settings() {
        return FORM;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    protected Driver driver() {
        return driver;
    }

    @Override
    protected String urlTemplate() {
        return JDBC.PREFIX;
    }

    @Override
    protected String url(Settings settings) {
        return urlTemplate() + folders.resolve(PATH, settings.required(PATH).trim());
    }

    @Override
    protected Properties properties(Settings settings) {
        return options(true);
    }

    private static Properties options(boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.enableLoadExtension(false);
        config.setBusyTimeout(MILLISECONDS_FOR_LOCKS);
        return config.toProperties();
    }

    @Override
    protected Connection connect(Settings settings) throws SQLException {
        return connect(settings, true);
    }

    @Override
    protected Connection connectToWrite(Settings settings) throws SQLException {
        Connection connection = connect(settings, false);
        try {
            ((SQLiteConnection) connection).setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Connection connect(Settings settings, boolean readOnly) throws SQLException {
        String url = url(settings);
        if (!Files.isRegularFile(Path.of(url.substring(urlTemplate().length())))) {
            throw new SQLException("There is no such file", "3D000");
        }
        return driver.connect(url, options(readOnly));
    }

    @Override
    protected void prepare(Connection connection) throws SQLException {
        SQLiteConnection sqlite = (SQLiteConnection) connection;
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, LONGEST_PATTERN);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA case_sensitive_like = ON");
            // else a file that is no database is noticed by whoever asks first
            statement.execute("PRAGMA schema_version");
        }
        SqliteLetters.teach(connection);
        connection.setAutoCommit(false);
    }

    @Override
    protected void limit(Statement statement, Duration time) throws SQLException {
        SqliteDeadline.set(statement, time);
    }

    @Override
    protected JdbcReader reader(ResultSet result) throws SQLException {
        return new SqliteReader(result, dialect);
    }

    /** The driver would write times as numbers. */
    @Override
    protected void bind(PreparedStatement statement, int place, ColumnType type, Object value) throws SQLException {
        if (value != null && type.isTemporal()) {
            String literal = dialect.literal(value);
            statement.setString(place, literal.substring(1, literal.length() - 1));
        } else {
            super.bind(statement, place, type, value);
        }
    }

    @Override
    public Warehouse open(Settings settings) {
        Settings complete = complete(settings);
        url(complete);
        return new SqliteWarehouse(this, complete);
    }

    @Override
    public Optional<Settings> fromAddress(String address) {
        return SqlAddress.parse(address)
                .filter(each -> each.kind().equals(id()))
                .map(this::settings);
    }

    private Settings settings(SqlAddress address) {
        String path = address.database().replaceFirst("^file:", "");
        if (!address.host().isEmpty() || !address.user().isEmpty() || path.isEmpty() || path.equals(":memory:")) {
            throw new WarehouseException(Reason.SETTINGS, PATH, "A SQLite address names a file: sqlite:///name.db");
        }
        for (String name : address.parameters().keySet()) {
            if (!HARMLESS.contains(name)) {
                throw new WarehouseException(Reason.SETTINGS, PATH, "SQLite option " + name + " is not allowed");
            }
        }
        folders.resolve(PATH, path);
        return new Settings(Map.of(PATH, path));
    }

    @Override
    protected Reason reason(SQLException failure) {
        int code = failure.getErrorCode() & 0xFF;
        if (code == SQLiteErrorCode.SQLITE_INTERRUPT.code) {
            return Reason.TIMEOUT;
        }
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code || code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return Reason.DATABASE_UNKNOWN;
        }
        boolean unreachable = code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_IOERR.code
                || code == SQLiteErrorCode.SQLITE_BUSY.code;
        return unreachable ? Reason.UNREACHABLE : super.reason(failure);
    }

    @Override
    protected String field(Reason reason) {
        return PATH;
    }
}
