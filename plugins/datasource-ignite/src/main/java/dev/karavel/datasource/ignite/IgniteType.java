package dev.karavel.datasource.ignite;

import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.NetworkPlace;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SqlAddress;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.ignite.IgniteJdbcThinDriver;
import org.osgi.service.component.annotations.Component;

/** Clusters of Apache Ignite over the network. */
@Component(service = DataSourceType.class)
public final class IgniteType extends JdbcDataSourceType {
    private static final Pattern SCHEMA = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern VALUE = Pattern.compile("[\\w.]*");

    private static final List<Setting> FORM = List.of(
            new Setting("host", "Host", Kind.TEXT, true, "", ""),
            new Setting("port", "Port", Kind.NUMBER, true, "10800", ""),
            new Setting("database", "Schema", Kind.TEXT, false, "PUBLIC", "Where names without a schema are looked up"),
            new Setting("user", "User", Kind.TEXT, false, "", "Best one that can only read"),
            new Setting("password", "Password", Kind.SECRET, false, "", ""),
            new Setting(
                    PARAMETERS, "Parameters", Kind.TEXT, false, "", "Such as distributedJoins=true&sslMode=require"));

    private final Driver driver = new IgniteJdbcThinDriver();
    private final Dialect dialect = new IgniteDialect();

    @Override
    public String id() {
        return "ignite";
    }

    @Override
    public String title() {
        return "Apache Ignite";
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
        return "jdbc:ignite:thin://{host}:{port}/{database}";
    }

    /** What loads classes, opens files or leads elsewhere is missing here, and so refused. */
    @Override
    protected Set<String> allowedProperties() {
        return Set.of(
                "collocated",
                "connectionTimeout",
                "distributedJoins",
                "enforceJoinOrder",
                "lazy",
                "queryEngine",
                "replicatedOnly",
                "sslMode");
    }

    @Override
    protected String url(Settings settings) {
        NetworkPlace place = NetworkPlace.named(settings, 10_800);
        return "jdbc:ignite:thin://" + place.inUrl() + "/\"" + schema(settings) + "\"";
    }

    private static String schema(Settings settings) {
        String schema = settings.text("database").orElse("PUBLIC").trim();
        if (!SCHEMA.matcher(schema).matches()) {
            throw wrong("database", "A schema is named by letters, digits and _");
        }
        return schema;
    }

    @Override
    protected Properties properties(Settings settings) {
        Properties properties = new Properties();
        super.properties(settings).forEach((name, value) -> {
            if (allowedProperties().contains(name)
                    && !VALUE.matcher(value.toString()).matches()) {
                throw wrong(PARAMETERS, "Connection property " + name + " has a wrong value");
            }
            properties.setProperty("ignite.jdbc." + name, value.toString());
        });
        properties.putIfAbsent("ignite.jdbc.lazy", "true");
        properties.putIfAbsent("ignite.jdbc.connectionTimeout", "15000");
        return properties;
    }

    @Override
    protected Connection connect(Settings settings) throws SQLException {
        Connection connection = connected(settings);
        if (!hasSchema(connection, schema(settings))) {
            connection.close();
            throw new SQLException("The cluster has no schema " + schema(settings), "3D000");
        }
        return connection;
    }

    /** Ignite looks up parts of itself by the thread's class loader, once for all; it would not find them by another one later. */
    private Connection connected(Settings settings) throws SQLException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(IgniteJdbcThinDriver.class.getClassLoader());
        try {
            return super.connect(settings);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** A schema that does not exist is no failure to the driver. */
    private static boolean hasSchema(Connection connection, String schema) throws SQLException {
        try (ResultSet schemas = connection.getMetaData().getSchemas()) {
            while (schemas.next()) {
                if (schemas.getString("TABLE_SCHEM").equals(schema)) {
                    return true;
                }
            }
            return false;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** There are no transactions; whatever is sent as a question and is none is refused by the cluster. */
    @Override
    protected void prepare(Connection connection) throws SQLException {
        connection.setReadOnly(true);
    }

    @Override
    protected void end(Connection connection) {}

    @Override
    protected boolean writes() {
        return false;
    }

    @Override
    protected boolean speaksJavaTime() {
        return false;
    }

    @Override
    protected boolean isSystemSchema(String schema) {
        return schema.equals("SYS") || schema.equals("INFORMATION_SCHEMA");
    }

    @Override
    public Warehouse open(Settings settings) {
        Settings complete = complete(settings);
        url(complete);
        properties(complete);
        return new IgniteWarehouse(this, complete);
    }

    @Override
    protected Reason reason(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("Unauthenticated") || message.contains("user name or password")) {
            return Reason.CREDENTIALS;
        }
        Reason reason = super.reason(failure);
        return reason == Reason.CANCELLED && message.contains("timeout") ? Reason.TIMEOUT : reason;
    }

    /** It has one state for whatever it does not understand, and tells it by words. */
    @Override
    protected SQLException standard(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        String state = message.contains("Column \"")
                ? "42703"
                : message.contains("Table \"") ? "42P01" : message.contains("Syntax error") ? "42601" : "";
        return state.isEmpty() ? failure : new SQLException(message, state, failure.getErrorCode(), failure);
    }

    @Override
    public Optional<Settings> fromAddress(String address) {
        return SqlAddress.parse(address)
                .filter(each -> each.kind().equals(id()))
                .map(this::settings);
    }

    private Settings settings(SqlAddress address) {
        Map<String, String> values = new HashMap<>();
        values.put("host", address.host());
        values.put("port", address.port());
        values.put("database", address.database());
        values.put("user", address.user());
        values.put("password", address.password());
        values.put(
                PARAMETERS,
                address.parameters().entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
        values.values().removeIf(String::isEmpty);
        Settings settings = new Settings(values);
        url(complete(settings));
        properties(settings);
        return settings;
    }

    private static WarehouseException wrong(String setting, String message) {
        return new WarehouseException(Reason.SETTINGS, setting, message);
    }
}
