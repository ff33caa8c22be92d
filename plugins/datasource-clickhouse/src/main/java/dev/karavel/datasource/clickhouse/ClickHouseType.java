package dev.karavel.datasource.clickhouse;

import com.clickhouse.client.api.ClientConfigProperties;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.jdbc.StatementImpl;
import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.JdbcReader;
import dev.karavel.spi.data.NetworkPlace;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SqlAddress;
import dev.karavel.spi.data.Warehouse;
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
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;

/** ClickHouse over HTTP; from version 23.8 on, since it is asked with settings that older ones do not know. */
@Component(service = DataSourceType.class)
public final class ClickHouseType extends JdbcDataSourceType {
    static final String SSL = "ssl";

    private static final Pattern DATABASE = Pattern.compile("[\\p{L}\\p{N}_$-]{1,128}");
    private static final int PORT = 8_123;

    private static final List<Setting> FORM = List.of(
            new Setting("host", "Host", Kind.TEXT, true, "", ""),
            new Setting("port", "HTTP port", Kind.NUMBER, true, "" + PORT, "8443 with TLS"),
            new Setting("database", "Database", Kind.TEXT, true, "default", ""),
            new Setting("user", "User", Kind.TEXT, true, "default", "Best one that can only read"),
            new Setting("password", "Password", Kind.SECRET, false, "", ""),
            new Setting(SSL, "TLS", Kind.SWITCH, false, "false", ""),
            new Setting(PARAMETERS, "Parameters", Kind.TEXT, false, "", "Such as socket_timeout=60000"));

    /** Nothing is empty where the standard says so, times are in UTC and as long as they are, and who hangs up is not served. */
    private static final Map<String, String> REQUEST = Map.of(
            "aggregate_functions_null_for_empty", "1",
            "cancel_http_readonly_queries_on_client_close", "1",
            "enable_extended_results_for_datetime_functions", "1",
            "join_use_nulls", "1",
            "prefer_column_name_to_alias", "1",
            "session_timezone", "UTC",
            "union_default_mode", "DISTINCT");

    private final Driver driver = new com.clickhouse.jdbc.Driver();
    private final Dialect dialect = new ClickHouseDialect();

    @Override
    public String id() {
        return "clickhouse";
    }

    @Override
    public String title() {
        return "ClickHouse";
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
        return "jdbc:clickhouse://{host}:{port}/{database}";
    }

    @Override
    protected boolean isSystemSchema(String schema) {
        return Set.of("system", "information_schema").contains(schema.toLowerCase(Locale.ROOT));
    }

    /** What loads classes, opens files, leads elsewhere or sets the server is missing here, and so refused. */
    @Override
    protected Set<String> allowedProperties() {
        return Set.of("client_name", "compress", "connection_timeout", "socket_timeout");
    }

    @Override
    protected String url(Settings settings) {
        NetworkPlace place = NetworkPlace.of(settings, PORT);
        String database = settings.required("database");
        if (!DATABASE.matcher(database).matches()) {
            throw new WarehouseException(
                    Reason.SETTINGS, "database", "A database is named by letters, digits, _, $ and -");
        }
        return "jdbc:clickhouse://" + place.inUrl() + "/" + database;
    }

    @Override
    protected Properties properties(Settings settings) {
        Properties properties = new Properties();
        properties.setProperty("client_name", "Karavel");
        properties.setProperty("connection_timeout", "10000");
        properties.setProperty("socket_timeout", "900000");
        properties.setProperty("retry", "0");
        properties.putAll(super.properties(settings));
        properties.setProperty("ssl", "" + settings.flag(SSL));
        REQUEST.forEach((name, value) -> properties.setProperty(ClientConfigProperties.serverSetting(name), value));
        return properties;
    }

    /** There are no transactions; each request is told to read only. A connection is none until it is used, so it is. */
    @Override
    protected void prepare(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        try (Statement statement = connection.createStatement();
                ResultSet one = statement.executeQuery("SELECT 1")) {
            one.next();
        }
    }

    @Override
    protected void end(Connection connection) {}

    @Override
    protected boolean writes() {
        return false;
    }

    @Override
    protected boolean changes() {
        return true;
    }

    @Override
    protected void prepareToWrite(Connection connection) {}

    @Override
    protected void limitChange(Statement statement, Duration time) throws SQLException {
        statement.setEscapeProcessing(false);
        statement
                .unwrap(StatementImpl.class)
                .getLocalSettings()
                .serverSetting(
                        "max_execution_time",
                        "" + Math.max(1, time.plusMillis(999).toSeconds()));
    }

    /** Not for the connection: the request that kills a statement must not be read only. */
    @Override
    protected void limit(Statement statement, Duration time) throws SQLException {
        statement.setEscapeProcessing(false);
        QuerySettings request = statement.unwrap(StatementImpl.class).getLocalSettings();
        request.serverSetting("readonly", "1");
        request.serverSetting(
                "max_execution_time", "" + Math.max(1, time.plusMillis(999).toSeconds()));
        if (statement.getMaxRows() > 0) {
            request.serverSetting("max_result_rows", "" + statement.getMaxRows());
            request.serverSetting("result_overflow_mode", "break");
        }
    }

    @Override
    protected JdbcReader reader(ResultSet result) throws SQLException {
        return ClickHouseReader.of(super.reader(result), result);
    }

    @Override
    protected SQLException standard(SQLException failure) {
        return ClickHouseFailures.standard(failure);
    }

    @Override
    protected Reason reason(SQLException failure) {
        return ClickHouseFailures.reason(failure).orElseGet(() -> super.reason(failure));
    }

    @Override
    public Warehouse open(Settings settings) {
        Settings complete = complete(settings);
        url(complete);
        properties(complete);
        return new ClickHouseWarehouse(this, complete);
    }

    @Override
    public Optional<Settings> fromAddress(String address) {
        return SqlAddress.parse(address)
                .filter(each -> Set.of("clickhouse", "clickhousedb").contains(each.kind()))
                .map(found -> {
                    Settings settings = PythonAddress.settings(found);
                    Settings complete = complete(settings);
                    url(complete);
                    properties(complete);
                    return settings;
                });
    }
}
