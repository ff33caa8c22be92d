package dev.karavel.datasource.sqlserver;

import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.NetworkPlace;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Microsoft SQL Server and Azure SQL over the network. */
@Component(service = DataSourceType.class)
public final class SqlServerType extends JdbcDataSourceType {
    private static final int PORT = 1433;
    private static final Set<String> FIXED_ROLES = Set.of(
            "guest",
            "information_schema",
            "sys",
            "db_accessadmin",
            "db_backupoperator",
            "db_datareader",
            "db_datawriter",
            "db_ddladmin",
            "db_denydatareader",
            "db_denydatawriter",
            "db_owner",
            "db_securityadmin");

    private static final List<Setting> FORM = List.of(
            new Setting("host", "Host", Kind.TEXT, true, "", ""),
            new Setting("port", "Port", Kind.NUMBER, true, "1433", ""),
            new Setting("database", "Database", Kind.TEXT, false, "", "Empty for the one the user begins in"),
            new Setting("user", "User", Kind.TEXT, true, "", "Best one that is only in the role db_datareader"),
            new Setting("password", "Password", Kind.SECRET, false, "", ""),
            new Setting(
                    PARAMETERS,
                    "Parameters",
                    Kind.TEXT,
                    false,
                    "",
                    "Such as trustServerCertificate=true, or encrypt=false for old servers"));

    private final Driver driver = new SQLServerDriver();
    private final Dialect dialect = new SqlServerDialect();

    @Override
    public String id() {
        return "mssql";
    }

    @Override
    public String title() {
        return "Microsoft SQL Server";
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

    /** Everything else goes into properties, where nothing can add to it. */
    @Override
    protected String urlTemplate() {
        return "jdbc:sqlserver://";
    }

    /** What loads classes, opens files, logs in as somebody else or leads elsewhere is missing here, and so refused. */
    @Override
    protected Set<String> allowedProperties() {
        return Set.of(
                "applicationIntent",
                "applicationName",
                "encrypt",
                "hostNameInCertificate",
                "instanceName",
                "lockTimeout",
                "loginTimeout",
                "multiSubnetFailover",
                "packetSize",
                "socketTimeout",
                "trustServerCertificate");
    }

    @Override
    protected String url(Settings settings) {
        NetworkPlace.of(settings, PORT);
        return urlTemplate();
    }

    @Override
    protected Properties properties(Settings settings) {
        Properties properties = new Properties();
        properties.setProperty("applicationName", "Karavel");
        properties.setProperty("applicationIntent", "ReadOnly");
        properties.setProperty("loginTimeout", "15");
        properties.setProperty("socketTimeout", "900000");
        properties.putAll(super.properties(settings));
        NetworkPlace place = NetworkPlace.of(settings, PORT);
        properties.setProperty("serverName", place.host());
        properties.setProperty("portNumber", String.valueOf(place.port()));
        settings.text("database").ifPresent(name -> properties.setProperty("databaseName", name));
        return properties;
    }

    /** There are no transactions that only read: what a statement changes all the same is rolled back. */
    @Override
    protected void prepare(Connection connection) throws SQLException {
        settle(connection);
        super.prepare(connection);
    }

    private static void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET QUOTED_IDENTIFIER ON; SET ANSI_NULLS ON; SET DATEFIRST 1; SET DATEFORMAT ymd");
        }
    }

    /** Reading may be routed to a replica, which takes no rows. */
    @Override
    protected Connection connectToWrite(Settings settings) throws SQLException {
        Properties properties = properties(settings);
        properties.setProperty("applicationIntent", "ReadWrite");
        Connection connection = driver.connect(url(settings), properties);
        settle(connection);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    protected boolean isSystemSchema(String schema) {
        return FIXED_ROLES.contains(schema.toLowerCase(Locale.ROOT));
    }

    @Override
    protected Reason reason(SQLException failure) {
        return SqlServerErrors.reason(failure).orElseGet(() -> super.reason(failure));
    }

    @Override
    public Optional<Settings> fromAddress(String address) {
        Optional<Settings> settings = SqlServerAddress.read(address);
        settings.ifPresent(given -> {
            Settings complete = complete(given);
            url(complete);
            properties(complete);
        });
        return settings;
    }
}
