package dev.karavel.datasource.h2;

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
import dev.karavel.spi.data.WarehouseFolders;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** H2: a file in a folder for warehouses, opened to read only, or a database of an H2 server. */
@Component(service = DataSourceType.class, configurationPid = "dev.karavel.warehouses")
@Designate(ocd = H2Type.Config.class)
public final class H2Type extends JdbcDataSourceType {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,252})|\\[[0-9a-fA-F:.]{2,45}]");
    /** On a server: no settings behind a semicolon, and no file system of H2's own but its memory. */
    private static final Pattern NAME = Pattern.compile("(mem:|~/|/)?[\\p{L}\\p{N}_.-]+(/[\\p{L}\\p{N}_ .-]+)*");

    private static final String ALWAYS = ";IFEXISTS=TRUE;TIME ZONE=UTC;LAZY_QUERY_EXECUTION=TRUE";
    /** Only an administrator may turn the trace off, and that refusal must not be fatal. */
    private static final String TO_READ =
            ";ACCESS_MODE_DATA=r;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;IGNORE_UNKNOWN_SETTINGS=TRUE";

    private static final List<Setting> FORM = List.of(
            new Setting("host", "Host", Kind.TEXT, false, "", "Empty for a file in the server's folder of warehouses"),
            new Setting("port", "Port", Kind.NUMBER, false, "9092", ""),
            new Setting(
                    "database", "Database", Kind.TEXT, true, "", "The file without .mv.db, or its name on the host"),
            new Setting("user", "User", Kind.TEXT, false, "sa", "Best one that is no administrator"),
            new Setting("password", "Password", Kind.SECRET, false, "", ""));

    @ObjectClassDefinition(name = "Karavel files of embedded warehouses")
    @interface Config {
        @AttributeDefinition(name = "Folders, separated by commas")
        String folders() default "";
    }

    private final Driver driver = new org.h2.Driver();
    private final Dialect dialect = new H2Dialect();
    private final WarehouseFolders folders;

    @Activate
    public H2Type(BundleContext context, Config config) {
        this(WarehouseFolders.of(
                config.folders(),
                Path.of(Optional.ofNullable(context.getProperty("karaf.data")).orElse("data"))));
    }

    /** Not a constructor people see: Declarative Services would take it for its own. */
    public static H2Type in(WarehouseFolders folders) {
        return new H2Type(folders);
    }

    private H2Type(WarehouseFolders folders) {
        this.folders = folders;
    }

    @Override
    public String id() {
        return "h2";
    }

    @Override
    public String title() {
        return "H2";
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
        return "jdbc:h2:";
    }

    @Override
    protected String url(Settings settings) {
        String database = settings.required("database").trim();
        Optional<String> host = settings.text("host").map(String::trim);
        if (host.isEmpty()) {
            return urlTemplate() + "file:" + folders.resolve("database", database) + ALWAYS + TO_READ;
        }
        int port = NetworkPlace.port(settings, 9092);
        String name = host.get().contains(":") && !host.get().startsWith("[") ? "[" + host.get() + "]" : host.get();
        if (!HOST.matcher(name).matches()) {
            throw wrong("host", "This is no host name");
        }
        if (database.contains("..") || !NAME.matcher(database).matches()) {
            throw wrong("database", "A database is named by letters, digits, _, -, . and /");
        }
        return urlTemplate() + "tcp://" + name + ":" + port + "/" + database + ALWAYS;
    }

    @Override
    public Warehouse open(Settings settings) {
        Settings complete = complete(settings);
        url(complete);
        return new H2Warehouse(this, complete, complete.text("host").isPresent());
    }

    @Override
    public Optional<Settings> fromAddress(String address) {
        return SqlAddress.parse(address)
                .filter(each -> each.kind().equals(id()))
                .map(this::settings);
    }

    private Settings settings(SqlAddress address) {
        if (!address.parameters().isEmpty()) {
            throw wrong("database", "An H2 address has no settings of its own");
        }
        Map<String, String> values = new HashMap<>();
        values.put("host", address.host());
        values.put("port", address.port());
        values.put("database", address.database());
        values.put("user", address.user());
        values.put("password", address.password());
        values.values().removeIf(String::isEmpty);
        Settings settings = new Settings(values);
        url(complete(settings));
        return settings;
    }

    @Override
    protected JdbcReader reader(ResultSet result) throws SQLException {
        return new H2Reader(result, super.reader(result));
    }

    @Override
    protected Reason reason(SQLException failure) {
        return switch (failure.getErrorCode()) {
            // not there; corrupt, of another version, or no database at all
            case 90013, 90146, 90149, 90030, 90048, 90056 -> Reason.DATABASE_UNKNOWN;
            // in use by another process, closed, lost
            case 90020, 90028, 90031, 90098, 90121 -> Reason.UNREACHABLE;
            default -> super.reason(failure);
        };
    }

    private static WarehouseException wrong(String setting, String message) {
        return new WarehouseException(Reason.SETTINGS, setting, message);
    }
}
