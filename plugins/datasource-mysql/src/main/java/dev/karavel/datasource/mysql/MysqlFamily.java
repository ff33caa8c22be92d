package dev.karavel.datasource.mysql;

import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.JdbcReader;
import dev.karavel.spi.data.NetworkPlace;
import dev.karavel.spi.data.ServerCertificate;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SqlAddress;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/** MySQL and MariaDB through MariaDB's driver, which speaks to both and may be shipped, as MySQL's own may not. */
abstract class MysqlFamily extends JdbcDataSourceType {
    static final Set<String> SYSTEM_SCHEMAS = Set.of("information_schema", "mysql", "performance_schema", "sys");

    private static final Pattern DATABASE =
            Pattern.compile("[\\p{L}\\p{N}_$-]([\\p{L}\\p{N}_$ .-]{0,62}[\\p{L}\\p{N}_$-])?");
    private static final int PORT = 3_306;

    private static final List<Setting> FORM = List.of(
            new Setting("host", "Host", Kind.TEXT, true, "", ""),
            new Setting("port", "Port", Kind.NUMBER, true, "" + PORT, ""),
            new Setting("database", "Database", Kind.TEXT, true, "", ""),
            new Setting("user", "User", Kind.TEXT, true, "", "Best one that can only read"),
            new Setting("password", "Password", Kind.SECRET, false, "", ""),
            ServerCertificate.setting(),
            new Setting(PARAMETERS, "Parameters", Kind.TEXT, false, "", "Such as sslMode=verify-full"));

    /** One way to read texts and names, whatever the server's own setting: backslashes escape, and "x" is a text. */
    private static final String READING =
            "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'"
                    + ", time_zone = '+00:00', group_concat_max_len = 1048576";

    private final String id;
    private final String title;
    private final Set<String> kinds;
    private final Driver driver = new org.mariadb.jdbc.Driver();
    private final Dialect dialect;

    /** @param kinds of addresses that mean it */
    MysqlFamily(String id, String title, Set<String> kinds) {
        this.id = id;
        this.title = title;
        this.kinds = kinds;
        dialect = new MysqlDialect(id);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final List<Setting> settings() {
        return FORM;
    }

    @Override
    public final Dialect dialect() {
        return dialect;
    }

    @Override
    protected Driver driver() {
        return driver;
    }

    @Override
    protected String urlTemplate() {
        return "jdbc:mariadb://{host}:{port}/{database}";
    }

    @Override
    protected boolean isSystemSchema(String schema) {
        return SYSTEM_SCHEMAS.contains(schema.toLowerCase(Locale.ROOT));
    }

    /** What loads classes, opens files, runs SQL or leads elsewhere is missing here, and so refused. */
    @Override
    protected Set<String> allowedProperties() {
        return Set.of(
                "allowPublicKeyRetrieval",
                "connectTimeout",
                "socketTimeout",
                "sslMode",
                "tcpKeepAlive",
                "tinyInt1isBit",
                "useCompression");
    }

    @Override
    protected String url(Settings settings) {
        NetworkPlace place = NetworkPlace.of(settings, PORT);
        String database = settings.required("database");
        // the driver does not decode it, so nothing can be encoded
        if (!DATABASE.matcher(database).matches()) {
            throw new WarehouseException(
                    Reason.SETTINGS, "database", "A database is named by letters, digits, spaces, _, $, . and -");
        }
        return "jdbc:mariadb://" + place.inUrl() + "/" + database;
    }

    @Override
    protected Properties properties(Settings settings) {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "10000");
        properties.setProperty("socketTimeout", "900000");
        ServerCertificate.of(settings).ifPresent(pem -> {
            properties.setProperty("sslMode", "verify-full");
            properties.setProperty("serverSslCert", pem);
        });
        properties.putAll(super.properties(settings));
        // a server could ask for files of ours, or send us to another server
        properties.setProperty("allowLocalInfile", "false");
        properties.setProperty("permitRedirect", "false");
        properties.setProperty("allowMultiQueries", "false");
        // databases are what other warehouses call schemas
        properties.setProperty("useCatalogTerm", "SCHEMA");
        properties.setProperty("yearIsDateType", "false");
        return properties;
    }

    @Override
    protected void prepare(Connection connection) throws SQLException {
        say(connection, READING);
        super.prepare(connection);
    }

    @Override
    protected Connection connectToWrite(Settings settings) throws SQLException {
        Connection connection = super.connectToWrite(settings);
        say(connection, READING);
        return connection;
    }

    @Override
    protected JdbcReader reader(ResultSet result) throws SQLException {
        return new MysqlReader(super.reader(result), result);
    }

    /** MariaDB takes the limit with the statement; MySQL has one for the session. */
    @Override
    protected void limit(Statement statement, Duration time) throws SQLException {
        statement.setEscapeProcessing(false);
        Connection connection = statement.getConnection();
        if (connection.getMetaData().getDatabaseProductName().equalsIgnoreCase("MariaDB")) {
            super.limit(statement, time);
        } else {
            say(connection, "SET SESSION max_execution_time = " + Math.max(1, time.toMillis()));
        }
    }

    private static void say(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    protected Reason reason(SQLException failure) {
        return switch (failure.getErrorCode()) {
            // no such database, or no right to it
            case 1044, 1049 -> Reason.DATABASE_UNKNOWN;
            case 1045, 1698 -> Reason.CREDENTIALS;
            case 1317 -> Reason.CANCELLED;
            case 1969, 3024 -> Reason.TIMEOUT;
            default -> super.reason(failure);
        };
    }

    @Override
    public final Optional<Settings> fromAddress(String address) {
        return SqlAddress.parse(address)
                .filter(each -> kinds.contains(each.kind()))
                .map(found -> {
                    Settings settings = PythonAddress.settings(found);
                    Settings complete = complete(settings);
                    url(complete);
                    properties(complete);
                    return settings;
                });
    }
}
