package dev.karavel.datasource.cloud;

import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.DriverFolder;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SqlAddress;
import dev.karavel.spi.data.WantedDriver;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Snowflake. */
@Component(service = DataSourceType.class)
public final class SnowflakeType extends CloudType {
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+){0,6}");
    private static final String DOMAIN = ".snowflakecomputing.com";
    private static final int NOT_THERE = 390_201;

    private static final WantedDriver DRIVER = new WantedDriver(
            "Snowflake",
            List.of(
                    "net.snowflake.client.api.driver.SnowflakeDriver",
                    "net.snowflake.client.jdbc.SnowflakeDriver",
                    "com.snowflake.client.jdbc.SnowflakeDriver"),
            "jdbc:snowflake://",
            "snowflake-jdbc.jar",
            "https://central.sonatype.com/artifact/net.snowflake/snowflake-jdbc");

    private static final List<Setting> FORM = List.of(
            new Setting("account", "Account", Kind.TEXT, true, "", "Such as organisation-name or xy12345.eu-west-1"),
            new Setting("user", "User", Kind.TEXT, true, "", ""),
            new Setting("password", "Password", Kind.SECRET, false, "", "Or a programmatic access token"),
            new Setting("private_key", "Private key", Kind.SECRET, false, "", "PEM text, in place of a password"),
            new Setting("database", "Database", Kind.TEXT, true, "", ""),
            new Setting("schema", "Schema", Kind.TEXT, false, "", ""),
            new Setting("warehouse", "Virtual warehouse", Kind.TEXT, false, "", "Empty for the user's own"),
            new Setting("role", "Role", Kind.TEXT, false, "", "Best one that can only read"),
            new Setting(PARAMETERS, "Parameters", Kind.TEXT, false, "", "Such as loginTimeout=30&QUERY_TAG=karavel"));

    private final Dialect dialect = new SnowflakeDialect();

    @Activate
    public SnowflakeType() {
        this(DriverFolder.ofServer());
    }

    private SnowflakeType(DriverFolder drivers) {
        super(drivers);
    }

    static SnowflakeType with(DriverFolder drivers) {
        return new SnowflakeType(drivers);
    }

    @Override
    protected WantedDriver wanted() {
        return DRIVER;
    }

    @Override
    public String id() {
        return "snowflake";
    }

    @Override
    public String title() {
        return "Snowflake";
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

    /** Browsers, foreign sign-in addresses, proxies, keys in files and log files are missing here, and so refused. */
    @Override
    protected Set<String> allowedProperties() {
        return Set.of(
                "CLIENT_PREFETCH_THREADS",
                "CLIENT_RESULT_CHUNK_SIZE",
                "CLIENT_SESSION_KEEP_ALIVE",
                "QUERY_TAG",
                "STATEMENT_TIMEOUT_IN_SECONDS",
                "loginTimeout",
                "networkTimeout",
                "ocspFailOpen",
                "queryTimeout");
    }

    @Override
    protected String url(Settings settings) {
        String account = checked(settings, "account", ACCOUNT, "This is no account of Snowflake");
        return urlTemplate() + (account.endsWith(DOMAIN) ? account : account + DOMAIN) + "/";
    }

    @Override
    protected Properties properties(Settings settings) {
        Properties properties = new Properties();
        properties.setProperty("application", "Karavel");
        properties.setProperty("loginTimeout", "15");
        properties.putAll(super.properties(settings));
        put(properties, "db", settings, "database");
        put(properties, "schema", settings, "schema");
        put(properties, "warehouse", settings, "warehouse");
        put(properties, "role", settings, "role");
        settings.text("private_key").ifPresent(key -> {
            if (!key.contains("PRIVATE KEY")) {
                throw new WarehouseException(Reason.SETTINGS, "private_key", "A private key is the text of a PEM file");
            }
            byte[] pem = key.trim().getBytes(StandardCharsets.UTF_8);
            properties.setProperty("private_key_base64", Base64.getEncoder().encodeToString(pem));
            properties.setProperty("authenticator", "snowflake_jwt");
        });
        // files of the server cannot be put into a stage, nor the other way round
        properties.setProperty("enablePutGet", "false");
        properties.setProperty("tracing", "OFF");
        // the other format needs the Java machine opened
        properties.setProperty("JDBC_QUERY_RESULT_FORMAT", "JSON");
        properties.setProperty("TIMEZONE", "UTC");
        properties.setProperty("WEEK_START", "1");
        properties.setProperty("TIMESTAMP_TYPE_MAPPING", "TIMESTAMP_NTZ");
        properties.setProperty("TIMESTAMP_INPUT_FORMAT", "AUTO");
        properties.setProperty("DATE_INPUT_FORMAT", "AUTO");
        properties.setProperty("QUOTED_IDENTIFIERS_IGNORE_CASE", "false");
        properties.setProperty("MULTI_STATEMENT_COUNT", "1");
        return properties;
    }

    /** It knows no connections that only read; what is changed all the same is rolled back, unless it defines something. */
    @Override
    protected void prepare(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    protected boolean speaksJavaTime() {
        return false;
    }

    @Override
    protected Reason reason(SQLException failure) {
        return switch (failure.getErrorCode()) {
            // wrong, locked, expired; a second factor; a key that is not the user's
            case 390_100,
                    390_101,
                    390_102,
                    390_106,
                    390_107,
                    390_114,
                    390_120,
                    390_127,
                    390_132,
                    390_144,
                    390_195,
                    394_304,
                    394_508 -> Reason.CREDENTIALS;
            case 390_189, NOT_THERE, 390_202 -> Reason.DATABASE_UNKNOWN;
            case 390_422, 390_432 -> Reason.UNREACHABLE;
            case 604 -> Reason.CANCELLED;
            case 630, 632, 200_002 -> Reason.TIMEOUT;
            default -> super.reason(failure);
        };
    }

    @Override
    protected String field(Reason reason) {
        return reason == Reason.HOST_UNKNOWN || reason == Reason.PORT_CLOSED ? "account" : super.field(reason);
    }

    @Override
    Set<String> needless() {
        return Set.of("application", "cache_column_metadata", "timezone", "autocommit", "numpy");
    }

    @Override
    Map<String, String> values(SqlAddress address, Map<String, String> parameters) {
        String[] names = address.database().split("/", 2);
        return Map.of(
                "account",
                address.host(),
                "user",
                address.user(),
                "password",
                address.password(),
                "database",
                names[0],
                "schema",
                names.length > 1 ? names[1] : "",
                "warehouse",
                taken(parameters, "warehouse"),
                "role",
                taken(parameters, "role"));
    }
}
