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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Amazon Redshift. */
@Component(service = DataSourceType.class)
public final class RedshiftType extends CloudType {
    private static final WantedDriver DRIVER = new WantedDriver(
            "Redshift",
            List.of(
                    "com.amazon.redshift.Driver",
                    "com.amazon.redshift.jdbc42.Driver",
                    "com.amazon.redshift.jdbc.Driver"),
            "jdbc:redshift://",
            "redshift-jdbc42.jar",
            "https://central.sonatype.com/artifact/com.amazon.redshift/redshift-jdbc42");

    private static final List<Setting> FORM = List.of(
            new Setting("host", "Host", Kind.TEXT, true, "", "Such as name.abc123.eu-west-1.redshift.amazonaws.com"),
            new Setting("port", "Port", Kind.NUMBER, true, "5439", ""),
            new Setting("database", "Database", Kind.TEXT, true, "", ""),
            new Setting("user", "User", Kind.TEXT, true, "", "Best one that can only read"),
            new Setting("password", "Password", Kind.SECRET, false, "", ""),
            new Setting(
                    PARAMETERS, "Parameters", Kind.TEXT, false, "", "Such as sslMode=verify-full&connectTimeout=5"));

    /** Words of psycopg2 and redshift_connector. */
    private static final Map<String, String> WORDS =
            Map.of("sslmode", "sslMode", "application_name", "ApplicationName", "connect_timeout", "connectTimeout");

    private final Dialect dialect = new RedshiftDialect();

    @Activate
    public RedshiftType() {
        this(DriverFolder.ofServer());
    }

    private RedshiftType(DriverFolder drivers) {
        super(drivers);
    }

    static RedshiftType with(DriverFolder drivers) {
        return new RedshiftType(drivers);
    }

    @Override
    protected WantedDriver wanted() {
        return DRIVER;
    }

    @Override
    public String id() {
        return "redshift";
    }

    @Override
    public String title() {
        return "Amazon Redshift";
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

    /** Plugins, socket factories, certificates in files and log files are missing here, and so refused. */
    @Override
    protected Set<String> allowedProperties() {
        return Set.of(
                "ApplicationName",
                "connectTimeout",
                "currentSchema",
                "loginTimeout",
                "query_group",
                "socketTimeout",
                "ssl",
                "sslMode",
                "tcpKeepAlive");
    }

    @Override
    protected String url(Settings settings) {
        String database = URLEncoder.encode(settings.required("database"), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return urlTemplate() + NetworkPlace.named(settings, 5439).inUrl() + "/" + database;
    }

    @Override
    protected Properties properties(Settings settings) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "Karavel");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        properties.setProperty("socketTimeout", "900");
        properties.setProperty("tcpKeepAlive", "true");
        properties.putAll(super.properties(settings));
        return properties;
    }

    /** Else labels would come back in lower case. */
    @Override
    protected void prepare(Connection connection) throws SQLException {
        execute(connection, List.of("SET timezone TO 'UTC'", "SET enable_case_sensitive_identifier TO true"));
        super.prepare(connection);
    }

    @Override
    protected void prepareToWrite(Connection connection) throws SQLException {
        execute(connection, List.of("SET timezone TO 'UTC'", "SET enable_case_sensitive_identifier TO true"));
        super.prepareToWrite(connection);
    }

    @Override
    Map<String, String> values(SqlAddress address, Map<String, String> parameters) {
        Map<String, String> renamed = new HashMap<>();
        parameters.forEach((name, value) -> renamed.put(WORDS.getOrDefault(name, name), value));
        parameters.clear();
        parameters.putAll(renamed);
        return Map.of(
                "host", address.host(),
                "port", address.port(),
                "database", address.database(),
                "user", address.user(),
                "password", address.password());
    }
}
