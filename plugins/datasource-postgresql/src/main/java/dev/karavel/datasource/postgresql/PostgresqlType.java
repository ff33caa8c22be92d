package dev.karavel.datasource.postgresql;

import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.NetworkPlace;
import dev.karavel.spi.data.ServerCertificate;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SqlAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;

/** PostgreSQL over the network. */
@Component(service = DataSourceType.class)
public final class PostgresqlType extends JdbcDataSourceType {

    private static final List<Setting> FORM = List.of(
            new Setting("host", "Host", Kind.TEXT, true, "", ""),
            new Setting("port", "Port", Kind.NUMBER, true, "5432", ""),
            new Setting("database", "Database", Kind.TEXT, true, "", ""),
            new Setting("user", "User", Kind.TEXT, true, "", "Best one that can only read"),
            new Setting("password", "Password", Kind.SECRET, false, "", ""),
            ServerCertificate.setting(),
            new Setting(PARAMETERS, "Parameters", Kind.TEXT, false, "", "Such as sslmode=require&connectTimeout=5"));

    /** Libpq's words in SQLAlchemy addresses, and the driver's. */
    private static final Map<String, String> WORDS = Map.of(
            "application_name", "ApplicationName", "connect_timeout", "connectTimeout", "keepalives", "tcpKeepAlive");

    private final Driver driver = new org.postgresql.Driver();
    private final Dialect dialect = new PostgresqlDialect();

    @Override
    public String id() {
        return "postgresql";
    }

    @Override
    public String title() {
        return "PostgreSQL";
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
        return "jdbc:postgresql://{host}:{port}/{database}";
    }

    /** What loads classes, opens files or leads elsewhere is missing here, and so refused. */
    @Override
    protected Set<String> allowedProperties() {
        return Set.of(
                "ApplicationName",
                "connectTimeout",
                "currentSchema",
                "gssEncMode",
                "prepareThreshold",
                "socketTimeout",
                "sslmode",
                "tcpKeepAlive");
    }

    @Override
    protected String url(Settings settings) {
        NetworkPlace place = NetworkPlace.of(settings, 5432);
        String database = URLEncoder.encode(settings.required("database"), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return "jdbc:postgresql://" + place.inUrl() + "/" + database;
    }

    @Override
    protected Properties properties(Settings settings) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "Karavel");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        properties.setProperty("socketTimeout", "900");
        properties.setProperty("tcpKeepAlive", "true");
        ServerCertificate.of(settings).ifPresent(pem -> {
            properties.setProperty("sslmode", "verify-full");
            properties.setProperty("sslfactory", "org.postgresql.ssl.SingleCertValidatingFactory");
            properties.setProperty("sslfactoryarg", pem);
        });
        properties.putAll(super.properties(settings));
        return properties;
    }

    @Override
    protected void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TIME ZONE 'UTC'");
            // the driver makes only its own transactions read only, not one after a COMMIT in the statement
            statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
        }
        super.prepare(connection);
    }

    @Override
    protected void prepareToWrite(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TIME ZONE 'UTC'");
        }
        super.prepareToWrite(connection);
    }

    @Override
    public Optional<Settings> fromAddress(String address) {
        return SqlAddress.parse(address)
                .filter(each -> Set.of("postgresql", "postgres").contains(each.kind()))
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
                        .map(each -> WORDS.getOrDefault(each.getKey(), each.getKey()) + "="
                                + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
        values.values().removeIf(String::isEmpty);
        Settings settings = new Settings(values);
        url(complete(settings));
        properties(settings);
        return settings;
    }
}
