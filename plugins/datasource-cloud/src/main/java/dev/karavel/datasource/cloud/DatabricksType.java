package dev.karavel.datasource.cloud;

import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.DriverFolder;
import dev.karavel.spi.data.NetworkPlace;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SqlAddress;
import dev.karavel.spi.data.WantedDriver;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** A SQL warehouse of Databricks. */
@Component(service = DataSourceType.class)
public final class DatabricksType extends CloudType {
    private static final Pattern HTTP_PATH = Pattern.compile("/?[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+){1,8}");

    private static final WantedDriver DRIVER = new WantedDriver(
            "Databricks",
            List.of("com.databricks.client.jdbc.Driver"),
            "jdbc:databricks://",
            "databricks-jdbc.jar",
            "https://central.sonatype.com/artifact/com.databricks/databricks-jdbc");

    private static final List<Setting> FORM = List.of(
            new Setting("host", "Host", Kind.TEXT, true, "", "Such as adb-123.4.azuredatabricks.net"),
            new Setting("port", "Port", Kind.NUMBER, true, "443", ""),
            new Setting("http_path", "HTTP path", Kind.TEXT, true, "", "Such as /sql/1.0/warehouses/abc123"),
            new Setting("token", "Access token", Kind.SECRET, true, "", "Best of somebody who can only read"),
            new Setting("catalog", "Catalog", Kind.TEXT, false, "", ""),
            new Setting("schema", "Schema", Kind.TEXT, false, "", ""),
            new Setting(PARAMETERS, "Parameters", Kind.TEXT, false, "", "Such as RowsFetchedPerBlock=10000"));

    private final Dialect dialect = new DatabricksDialect();

    @Activate
    public DatabricksType() {
        this(DriverFolder.ofServer());
    }

    private DatabricksType(DriverFolder drivers) {
        super(drivers);
    }

    static DatabricksType with(DriverFolder drivers) {
        return new DatabricksType(drivers);
    }

    @Override
    protected WantedDriver wanted() {
        return DRIVER;
    }

    @Override
    public String id() {
        return "databricks";
    }

    @Override
    public String title() {
        return "Databricks";
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
    protected String urlTemplate() {
        return DRIVER.url();
    }

    /** Other ways to sign in, proxies, trust stores, volumes and log files are missing here, and so refused. */
    @Override
    protected Set<String> allowedProperties() {
        return Set.of("QueryTag", "RowsFetchedPerBlock", "SocketTimeout", "UserAgentEntry");
    }

    @Override
    protected String url(Settings settings) {
        checked(settings, "http_path", HTTP_PATH, "An HTTP path looks like /sql/1.0/warehouses/abc123");
        return urlTemplate() + NetworkPlace.named(settings, 443).inUrl() + "/";
    }

    @Override
    protected Properties properties(Settings settings) {
        Properties properties = new Properties();
        properties.setProperty("UserAgentEntry", "Karavel");
        properties.setProperty("SocketTimeout", "900");
        properties.putAll(super.properties(settings));
        properties.setProperty("httpPath", settings.required("http_path").trim().replaceFirst("^/", ""));
        properties.setProperty("transportMode", "http");
        properties.setProperty("ssl", "1");
        properties.setProperty("AuthMech", "3");
        properties.setProperty("UID", "token");
        properties.setProperty("PWD", settings.required("token").trim());
        properties.setProperty("LogLevel", "0");
        properties.setProperty("EnableTelemetry", "0");
        put(properties, "ConnCatalog", settings, "catalog");
        put(properties, "ConnSchema", settings, "schema");
        return properties;
    }

    /** There are neither transactions nor connections that only read: the token's rights are all that keeps it from writing. */
    @Override
    protected void prepare(Connection connection) throws SQLException {
        execute(connection, List.of("SET TIME ZONE 'UTC'"));
    }

    @Override
    protected void end(Connection connection) {}

    @Override
    protected void prepareToWrite(Connection connection) throws SQLException {
        prepare(connection);
    }

    @Override
    protected boolean speaksJavaTime() {
        return false;
    }

    @Override
    protected Reason reason(SQLException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        // the driver tells the cause of a lost connection in words only
        if (message.contains("unknownhostexception")) {
            return Reason.HOST_UNKNOWN;
        }
        if (message.contains("connection refused")) {
            return Reason.PORT_CLOSED;
        }
        if (message.contains("401") || message.contains("403") || message.contains("invalid access token")) {
            return Reason.CREDENTIALS;
        }
        if (message.contains("no_such_catalog") || message.contains("schema_not_found")) {
            return Reason.DATABASE_UNKNOWN;
        }
        return message.contains("operation was cancel") ? Reason.CANCELLED : super.reason(failure);
    }

    @Override
    protected String field(Reason reason) {
        return switch (reason) {
            case CREDENTIALS -> "token";
            case DATABASE_UNKNOWN -> "catalog";
            default -> super.field(reason);
        };
    }

    @Override
    Set<String> needless() {
        return Set.of("user_agent_entry", "_user_agent_entry", "_tls_verify_hostname");
    }

    @Override
    Map<String, String> values(SqlAddress address, Map<String, String> parameters) {
        if (!address.user().equals("token")) {
            throw new WarehouseException(Reason.SETTINGS, "token", "A Databricks address has the user token");
        }
        String schema = taken(parameters, "schema");
        return Map.of(
                "host",
                address.host(),
                "port",
                address.port(),
                "token",
                address.password(),
                "http_path",
                taken(parameters, "http_path"),
                "catalog",
                taken(parameters, "catalog"),
                "schema",
                schema.isEmpty() ? address.database() : schema);
    }
}
