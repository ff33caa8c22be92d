package dev.karavel.datasource.oracle;

import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.DriverFolder;
import dev.karavel.spi.data.DroppedDriverType;
import dev.karavel.spi.data.NetworkPlace;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.WantedDriver;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Oracle Database over the network, by the driver that an administrator drops into the driver folder. */
@Component(service = DataSourceType.class)
public final class OracleType extends DroppedDriverType {
    static final String SERVICE = "database";
    static final String SID = "sid";
    static final String TLS = "tls";

    /** Nothing that could end the name and begin a descriptor, a property or another address. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.$#-]{0,127}");

    private static final WantedDriver DRIVER = new WantedDriver(
            "Oracle",
            List.of("oracle.jdbc.OracleDriver"),
            "jdbc:oracle:thin:@",
            "ojdbc11.jar",
            "https://www.oracle.com/database/technologies/appdev/jdbc-downloads.html");

    private static final List<Setting> FORM = List.of(
            new Setting("host", "Host", Kind.TEXT, true, "", ""),
            new Setting("port", "Port", Kind.NUMBER, true, "1521", ""),
            new Setting(SERVICE, "Service name", Kind.TEXT, false, "", "Such as FREEPDB1; this or a SID is needed"),
            new Setting(SID, "SID", Kind.TEXT, false, "", "Of a database without services"),
            new Setting("user", "User", Kind.TEXT, true, "", "Best one that can only read"),
            new Setting("password", "Password", Kind.SECRET, false, "", ""),
            new Setting(TLS, "Encrypted", Kind.SWITCH, false, "false", "By TCPS, whose port is often 2484"),
            new Setting(
                    PARAMETERS,
                    "Parameters",
                    Kind.TEXT,
                    false,
                    "",
                    "Such as defaultRowPrefetch=1000&oracle.jdbc.ReadTimeout=60000"));

    private final Dialect dialect = new OracleDialect();

    @Activate
    public OracleType() {
        this(DriverFolder.ofServer());
    }

    private OracleType(DriverFolder drivers) {
        super(drivers);
    }

    /** With drivers of another folder. */
    static OracleType with(DriverFolder drivers) {
        return new OracleType(drivers);
    }

    @Override
    protected WantedDriver wanted() {
        return DRIVER;
    }

    @Override
    public String id() {
        return "oracle";
    }

    @Override
    public String title() {
        return "Oracle";
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

    /** Wallets, LDAP, configuration providers and everything else that opens files or leads elsewhere is missing here. */
    @Override
    protected Set<String> allowedProperties() {
        return Set.of(
                "defaultLobPrefetchSize",
                "defaultRowPrefetch",
                "oracle.jdbc.ReadTimeout",
                "oracle.net.CONNECT_TIMEOUT",
                "oracle.net.encryption_client",
                "oracle.net.crypto_checksum_client",
                "oracle.net.ssl_server_dn_match");
    }

    @Override
    protected String url(Settings settings) {
        NetworkPlace place = NetworkPlace.of(settings, 1521);
        Optional<String> sid = settings.text(SID).map(name -> checked(SID, name));
        String database = sid.map(name -> "(SID=" + name + ")")
                .orElseGet(() -> "(SERVICE_NAME="
                        + checked(SERVICE, settings.text(SERVICE).orElse("")) + ")");
        return urlTemplate() + "(DESCRIPTION=(ADDRESS=(PROTOCOL=" + (settings.flag(TLS) ? "TCPS" : "TCP") + ")(HOST="
                + place.host() + ")(PORT=" + place.port() + "))(CONNECT_DATA=" + database + "))";
    }

    private static String checked(String field, String name) {
        if (name.isBlank()) {
            throw new WarehouseException(Reason.SETTINGS, field, "A service name or a SID is needed");
        }
        if (!NAME.matcher(name.trim()).matches()) {
            throw new WarehouseException(Reason.SETTINGS, field, "This is no name of a service");
        }
        return name.trim();
    }

    @Override
    protected Properties properties(Settings settings) {
        Properties properties = new Properties();
        properties.setProperty("oracle.net.CONNECT_TIMEOUT", "10000");
        properties.setProperty("oracle.jdbc.ReadTimeout", "900000");
        properties.setProperty("oracle.net.ssl_server_dn_match", "true");
        // else the server's own zone is sent by name, which the database may not know
        properties.setProperty("oracle.jdbc.timezoneAsRegion", "false");
        properties.setProperty("v$session.program", "Karavel");
        properties.putAll(super.properties(settings));
        return properties;
    }

    @Override
    protected void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER SESSION SET TIME_ZONE = '+00:00' NLS_NUMERIC_CHARACTERS = '.,'"
                    + " NLS_DATE_FORMAT = 'YYYY-MM-DD HH24:MI:SS' NLS_TIMESTAMP_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF'");
        }
        connection.setAutoCommit(false);
    }

    @Override
    protected void prepareToWrite(Connection connection) throws SQLException {
        prepare(connection);
    }

    /** Holds until the transaction is rolled back. */
    @Override
    protected void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION READ ONLY");
        }
    }

    @Override
    protected boolean isSystemSchema(String schema) {
        return OracleSchemas.contain(schema);
    }

    @Override
    protected Reason reason(SQLException failure) {
        return OracleErrors.reason(failure).orElseGet(() -> super.reason(failure));
    }

    @Override
    public Optional<Settings> fromAddress(String address) {
        Optional<Settings> settings = OracleAddress.read(address);
        settings.ifPresent(given -> {
            Settings complete = complete(given);
            url(complete);
            properties(complete);
        });
        return settings;
    }
}
