package dev.karavel.spi.data;

import dev.karavel.spi.data.WarehouseException.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A datasource behind a JDBC driver: a subclass names the driver, a URL template and a dialect; the rest has sensible answers
 * that it overrides where its driver differs. The driver is called directly, never through {@link java.sql.DriverManager}.
 */
@ConsumerType
public abstract class JdbcDataSourceType implements DataSourceType {
    /** Setting with further connection properties, {@code name=value&name=value}. */
    public static final String PARAMETERS = "parameters";

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** Asked for each new connection; gives the same object each time. */
    protected abstract Driver driver();

    /** Such as {@code jdbc:postgresql://{host}:{port}/{database}}: each place is filled with that setting, percent-encoded. */
    protected abstract String urlTemplate();

    /**
     * Further connection properties people may give in {@link #PARAMETERS}; every other one is refused. Name only those that can
     * neither load a class, nor read or write a file, nor lead to another server.
     */
    protected Set<String> allowedProperties() {
        return Set.of();
    }

    /** Schemas nobody is shown. */
    protected boolean isSystemSchema(String schema) {
        String name = schema.toLowerCase(Locale.ROOT);
        return name.equals("information_schema") || name.startsWith("pg_");
    }

    /** Whether the driver gives {@link java.time} values through {@code getObject(column, class)}. */
    protected boolean speaksJavaTime() {
        return true;
    }

    /** A connection as the settings say, not prepared yet. */
    protected Connection connect(Settings settings) throws SQLException {
        return connect(driver(), settings);
    }

    /** The same by a driver that is not the plugin's own. */
    protected Connection connect(Driver driver, Settings settings) throws SQLException {
        Connection connection = driver.connect(url(settings), properties(settings));
        if (connection == null) {
            throw new SQLException("The driver does not understand its address");
        }
        return connection;
    }

    /** Makes a new connection one that can only read. */
    protected void prepare(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
    }

    /** Before each statement that reads, in a fresh transaction. */
    protected void begin(Connection connection) throws SQLException {}

    /** After it: whatever it did is undone. A connection that cannot do so is closed. */
    protected void end(Connection connection) throws SQLException {
        connection.rollback();
    }

    /** Whether rows can be written into tables of such a database; its user may be refused all the same. */
    protected boolean writes() {
        return true;
    }

    /** A connection that may write; the default is one that was not {@linkplain #prepare prepared to read only}. */
    protected Connection connectToWrite(Settings settings) throws SQLException {
        return prepared(connect(settings));
    }

    /** The same by a driver that is not the plugin's own. */
    final Connection connectToWrite(Driver driver, Settings settings) throws SQLException {
        return prepared(connect(driver, settings));
    }

    private Connection prepared(Connection connection) throws SQLException {
        try {
            prepareToWrite(connection);
            return connection;
        } catch (SQLException e) {
            IdleConnections.drop(connection);
            throw e;
        }
    }

    /** Makes a new connection one whose changes last once they are committed; where there is no transaction, one whose changes last. */
    protected void prepareToWrite(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    /** Whether statements may change such a database; the default is wherever rows can be written. */
    protected boolean changes() {
        return writes();
    }

    /** As {@link #limit}, for a statement that changes something. */
    protected void limitChange(Statement statement, Duration time) throws SQLException {
        limit(statement, time);
    }

    /** Gives a statement that writes a value of a column, or null, in the Java type of its {@link ColumnType}. */
    protected void bind(PreparedStatement statement, int place, ColumnType type, Object value) throws SQLException {
        JdbcValue.bind(statement, place, type, value, speaksJavaTime());
    }

    /** Tells the driver how long a statement may take; the host cancels it then as well. */
    protected void limit(Statement statement, Duration time) throws SQLException {
        statement.setQueryTimeout((int)
                Math.max(1, Math.min(Integer.MAX_VALUE, time.plusMillis(999).toSeconds())));
    }

    /** Stops a statement that {@code reader} is executing; called from another thread, which holds the reader back meanwhile. */
    protected void cancel(Statement statement, Thread reader) throws SQLException {
        statement.cancel();
    }

    /** Reads a result, which stands before its first row; by the types that the driver names for its columns. */
    protected JdbcReader reader(ResultSet result) throws SQLException {
        return new DeclaredTypes(result, dialect(), speaksJavaTime());
    }

    /** The failure with the standard's SQL state, where the driver has only a code of its own; callers are told what it says. */
    protected SQLException standard(SQLException failure) {
        return failure;
    }

    /** What a failure means; for the connection as well as for statements. */
    protected Reason reason(SQLException failure) {
        return SqlStates.reason(failure);
    }

    /** The setting to correct after a failure to connect, or empty. */
    protected String field(Reason reason) {
        return switch (reason) {
            case HOST_UNKNOWN -> "host";
            case PORT_CLOSED -> "port";
            case CREDENTIALS -> "password";
            case DATABASE_UNKNOWN -> "database";
            case TLS -> PARAMETERS;
            default -> "";
        };
    }

    protected String url(Settings settings) {
        Matcher place = PLACE.matcher(urlTemplate());
        StringBuilder url = new StringBuilder();
        while (place.find()) {
            String value = URLEncoder.encode(settings.required(place.group(1)), StandardCharsets.UTF_8);
            place.appendReplacement(url, Matcher.quoteReplacement(value.replace("+", "%20")));
        }
        return place.appendTail(url).toString();
    }

    /** User, password and the allowed ones among {@link #PARAMETERS}; a subclass adds those it always sets. */
    protected Properties properties(Settings settings) {
        Properties properties = new Properties();
        for (Map.Entry<String, String> given :
                SqlAddress.parameters(settings.text(PARAMETERS).orElse("")).entrySet()) {
            if (!allowedProperties().contains(given.getKey())) {
                throw new WarehouseException(
                        Reason.SETTINGS, PARAMETERS, "Connection property " + given.getKey() + " is not allowed");
            }
            properties.setProperty(given.getKey(), given.getValue());
        }
        settings.text("user").ifPresent(user -> properties.setProperty("user", user));
        settings.text("password").ifPresent(password -> properties.setProperty("password", password));
        return properties;
    }

    /** The settings with the form's fallbacks in the gaps; refuses what the form does not have. */
    protected Settings complete(Settings given) {
        Map<String, String> values = new HashMap<>(given.values());
        for (Setting setting : settings()) {
            if (given.text(setting.name()).isEmpty()) {
                if (setting.fallback().isEmpty() && setting.required()) {
                    throw new WarehouseException(Reason.SETTINGS, setting.name(), setting.title() + " is missing");
                }
                values.put(setting.name(), setting.fallback());
            }
        }
        for (String name : values.keySet()) {
            if (settings().stream().noneMatch(setting -> setting.name().equals(name))) {
                throw new WarehouseException(Reason.SETTINGS, name, "There is no setting " + name);
            }
        }
        return new Settings(values);
    }

    @Override
    public Warehouse open(Settings settings) {
        Settings complete = complete(settings);
        url(complete);
        properties(complete);
        return new JdbcWarehouse(this, complete);
    }
}
