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
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Google BigQuery, by Google's driver or the older one of Simba. */
@Component(service = DataSourceType.class)
public final class BigQueryType extends CloudType {
    static final String CREDENTIALS = "credentials_info";

    /** Also of an organisation: {@code example.com:project}. */
    private static final Pattern PROJECT = Pattern.compile("([a-z0-9.-]{1,60}:)?[a-z][a-z0-9-]{2,60}");

    private static final Pattern DATASET = Pattern.compile("[A-Za-z0-9_]{1,1024}");

    private static final WantedDriver DRIVER = new WantedDriver(
            "BigQuery",
            List.of(
                    "com.google.cloud.bigquery.jdbc.BigQueryDriver",
                    "com.simba.googlebigquery.jdbc.Driver",
                    "com.simba.googlebigquery.jdbc42.Driver"),
            "jdbc:bigquery://",
            "the BigQuery JDBC driver with all its jars, in a sub-folder,",
            "https://cloud.google.com/bigquery/docs/jdbc-for-bigquery");

    private static final List<Setting> FORM = List.of(
            new Setting("project", "Project", Kind.TEXT, true, "", "Where queries run and are paid for"),
            new Setting("dataset", "Dataset", Kind.TEXT, false, "", "Of tables that are named without one"),
            new Setting("location", "Location", Kind.TEXT, false, "", "Such as EU or europe-west3"),
            new Setting(
                    CREDENTIALS,
                    "Key of a service account",
                    Kind.SECRET,
                    true,
                    "",
                    "JSON; its roles: BigQuery Data Viewer and BigQuery Job User"),
            new Setting(PARAMETERS, "Parameters", Kind.TEXT, false, "", "Such as Timeout=60&MaxResults=10000"));

    private final Dialect dialect = new BigQueryDialect();

    @Activate
    public BigQueryType() {
        this(DriverFolder.ofServer());
    }

    private BigQueryType(DriverFolder drivers) {
        super(drivers);
    }

    static BigQueryType with(DriverFolder drivers) {
        return new BigQueryType(drivers);
    }

    @Override
    protected WantedDriver wanted() {
        return DRIVER;
    }

    @Override
    public String id() {
        return "bigquery";
    }

    @Override
    public String title() {
        return "Google BigQuery";
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
        return DRIVER.url() + "https://www.googleapis.com/bigquery/v2:443;";
    }

    /** Other ways to sign in, other endpoints, proxies, keys in files and log files are missing here, and so refused. */
    @Override
    protected Set<String> allowedProperties() {
        return Set.of("JobCreationMode", "Labels", "MaxResults", "Timeout", "UseQueryCache");
    }

    @Override
    protected String url(Settings settings) {
        checked(settings, "project", PROJECT, "This is no project of Google Cloud");
        settings.text("dataset")
                .ifPresent(name -> checked(settings, "dataset", DATASET, "This is no name of a dataset of BigQuery"));
        settings.text("location").ifPresent(name -> checked(settings, "location", HOST, "This is no location"));
        return urlTemplate();
    }

    @Override
    protected Properties properties(Settings settings) {
        Properties properties = super.properties(settings);
        ServiceAccount account = ServiceAccount.of(settings.required(CREDENTIALS), CREDENTIALS);
        put(properties, "ProjectId", settings, "project");
        put(properties, "DefaultDataset", settings, "dataset");
        put(properties, "Location", settings, "location");
        properties.setProperty("OAuthType", "0");
        properties.setProperty("OAuthServiceAcctEmail", account.email());
        properties.setProperty("OAuthPvtKey", account.json());
        properties.setProperty("QueryDialect", "SQL");
        properties.setProperty("LogLevel", "0");
        return properties;
    }

    /** There are neither transactions nor connections that only read: the account's roles are all that keeps it from writing. */
    @Override
    protected void prepare(Connection connection) {}

    @Override
    protected void end(Connection connection) {}

    @Override
    protected void prepareToWrite(Connection connection) {}

    @Override
    protected boolean speaksJavaTime() {
        return false;
    }

    @Override
    protected Reason reason(SQLException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("invalid_grant") || message.contains("unauthorized") || message.contains("authenticat")) {
            return Reason.CREDENTIALS;
        }
        if (message.contains("not found: project") || message.contains("not found: dataset")) {
            return Reason.DATABASE_UNKNOWN;
        }
        return message.contains("job was cancel") ? Reason.CANCELLED : super.reason(failure);
    }

    @Override
    protected String field(Reason reason) {
        return switch (reason) {
            case CREDENTIALS -> CREDENTIALS;
            case DATABASE_UNKNOWN -> "project";
            default -> "";
        };
    }

    @Override
    Set<String> needless() {
        return Set.of("arraysize", "list_tables_page_size", "user_supplied_client");
    }

    @Override
    Map<String, String> values(SqlAddress address, Map<String, String> parameters) {
        String info = taken(parameters, CREDENTIALS);
        String encoded = taken(parameters, "credentials_base64");
        if (parameters.containsKey("credentials_path")) {
            throw new WarehouseException(
                    Reason.SETTINGS, CREDENTIALS, "A key in a file is not read: give its text as credentials_info");
        }
        return Map.of(
                "project",
                address.host(),
                "dataset",
                address.database(),
                "location",
                taken(parameters, "location"),
                CREDENTIALS,
                info.isEmpty() ? decoded(encoded) : info);
    }

    private static String decoded(String base64) {
        try {
            byte[] decoded = Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
            return new String(decoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new WarehouseException(Reason.SETTINGS, CREDENTIALS, "credentials_base64 is no Base64", e);
        }
    }
}
