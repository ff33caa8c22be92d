package dev.karavel.datasource.trino;

import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.JdbcReader;
import dev.karavel.spi.data.NetworkPlace;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SqlAddress;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Trino over HTTP. */
@Component(service = DataSourceType.class)
public final class TrinoType extends JdbcDataSourceType {
    static final String SCHEMA = "schema";
    static final String SSL = "ssl";
    static final String TOKEN = "access_token";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_$-]{1,128}");
    private static final int PORT = 8_080;

    private static final List<Setting> FORM = List.of(
            new Setting("host", "Host", Kind.TEXT, true, "", "Of the coordinator"),
            new Setting("port", "Port", Kind.NUMBER, true, "" + PORT, ""),
            new Setting("database", "Catalog", Kind.TEXT, true, "", ""),
            new Setting(SCHEMA, "Schema", Kind.TEXT, false, "", "What names without a schema mean"),
            new Setting("user", "User", Kind.TEXT, true, "", "Best one that can only read"),
            new Setting("password", "Password", Kind.SECRET, false, "", "Sent over TLS only"),
            new Setting(TOKEN, "Access token", Kind.SECRET, false, "", "A JSON Web Token, instead of a password"),
            new Setting(SSL, "TLS", Kind.SWITCH, false, "false", ""),
            new Setting(
                    PARAMETERS, "Parameters", Kind.TEXT, false, "", "Such as SSLVerification=CA&clientTags=reports"));

    private final UnlistedDriver driver = new UnlistedDriver();
    private final Dialect dialect = new TrinoDialect();

    /** Ends the threads of its HTTP client. */
    @Deactivate
    void close() throws IOException {
        driver.close();
    }

    @Override
    public String id() {
        return "trino";
    }

    @Override
    public String title() {
        return "Trino";
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
        return "jdbc:trino://{host}:{port}/{database}";
    }

    @Override
    protected boolean isSystemSchema(String schema) {
        return schema.toLowerCase(Locale.ROOT).equals("information_schema");
    }

    /** What loads classes, opens files, leads elsewhere or speaks for others is missing here, and so refused. */
    @Override
    protected Set<String> allowedProperties() {
        return Set.of(
                "SSLVerification",
                "applicationNamePrefix",
                "clientInfo",
                "clientTags",
                "disableCompression",
                "explicitPrepare",
                "hostnameInCertificate",
                "roles",
                "source");
    }

    @Override
    protected String url(Settings settings) {
        NetworkPlace place = NetworkPlace.of(settings, PORT);
        String schema =
                settings.text(SCHEMA).map(given -> "/" + named(SCHEMA, given)).orElse("");
        return "jdbc:trino://" + place.inUrl() + "/" + named("database", settings.required("database")) + schema;
    }

    private static String named(String field, String given) {
        if (!NAME.matcher(given).matches()) {
            throw new WarehouseException(Reason.SETTINGS, field, "A name is made of letters, digits, _, $ and -");
        }
        return given;
    }

    @Override
    protected Properties properties(Settings settings) {
        Properties properties = super.properties(settings);
        boolean secret =
                settings.text("password").isPresent() || settings.text(TOKEN).isPresent();
        if (secret && !settings.flag(SSL)) {
            throw new WarehouseException(Reason.SETTINGS, SSL, "A password or token is sent over TLS only");
        }
        properties.setProperty("SSL", "" + settings.flag(SSL));
        settings.text(TOKEN).ifPresent(token -> properties.setProperty("accessToken", token));
        properties.setProperty("timezone", "UTC");
        properties.setProperty("disallowLocalRedirect", "true");
        properties.putIfAbsent("source", "Karavel");
        return properties;
    }

    /** A connection of Trino's is none until it is used, so something is asked that only a working one can answer. */
    @Override
    protected void prepare(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        String sql = "SELECT count(*) FROM " + dialect.quote(connection.getCatalog())
                + ".information_schema.schemata WHERE schema_name = "
                + dialect.literal(schema == null ? "" : schema.toLowerCase(Locale.ROOT));
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            if (schema != null && found.getLong(1) == 0) {
                throw new WarehouseException(Reason.DATABASE_UNKNOWN, SCHEMA, "There is no schema " + schema);
            }
        }
        super.prepare(connection);
    }

    /** Many catalogs take no rows at all, and most none within a transaction. */
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
    protected JdbcReader reader(ResultSet result) throws SQLException {
        return new TrinoReader(super.reader(result), result);
    }

    @Override
    protected SQLException standard(SQLException failure) {
        return TrinoFailures.standard(failure);
    }

    @Override
    protected Reason reason(SQLException failure) {
        return TrinoFailures.reason(failure).orElseGet(() -> super.reason(failure));
    }

    @Override
    public Optional<Settings> fromAddress(String address) {
        return SqlAddress.parse(address)
                .filter(each -> each.kind().equals(id()))
                .map(found -> {
                    Settings settings = PythonAddress.settings(found);
                    Settings complete = complete(settings);
                    url(complete);
                    properties(complete);
                    return settings;
                });
    }
}
