package dev.karavel.datasource.duckdb;

import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SqlAddress;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBDriver;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** DuckDB inside the server: files of its own, opened to read only and locked against everything outside them. */
@Component(service = DataSourceType.class)
public final class DuckDbType extends JdbcDataSourceType {
    static final String PATH = "path";
    static final String MEMORY_LIMIT = "memory_limit";
    static final String THREADS = "threads";
    static final String READ_ONLY = "read_only";
    static final String IN_MEMORY = ":memory:";

    private static final List<Setting> FORM = List.of(
            new Setting(PATH, "File", Kind.FILE, true, "", "Below the server's data folder, or " + IN_MEMORY),
            new Setting(MEMORY_LIMIT, "Memory limit", Kind.TEXT, false, "256MB", "Such as 512MB or 2GB"),
            new Setting(THREADS, "Threads", Kind.NUMBER, false, "2", "Threads of one statement at most"),
            new Setting(READ_ONLY, "Read only", Kind.SWITCH, false, "false", "Files cannot be loaded into it"));

    private final Driver driver = new DuckDBDriver();
    private final Dialect dialect = new DuckDbDialect();
    private final DuckDbFiles files;

    @Activate
    public DuckDbType(BundleContext context) {
        this(Path.of(Optional.ofNullable(context.getProperty("karaf.data")).orElse("data")));
    }

    /**
     * Not a constructor people see: Declarative Services would take it for its own, since it has as many parameters.
     *
     * @param dataFolder where relative paths start
     */
    public static DuckDbType in(Path dataFolder) {
        return new DuckDbType(dataFolder);
    }

    private DuckDbType(Path dataFolder) {
        files = new DuckDbFiles(dataFolder, this);
    }

    @Override
    public String id() {
        return "duckdb";
    }

    @Override
    public String title() {
        return "DuckDB";
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
        return "jdbc:duckdb:";
    }

    @Override
    public Optional<Settings> fromAddress(String address) {
        Optional<SqlAddress> parsed =
                SqlAddress.parse(address).filter(each -> each.kind().equals(id()));
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        SqlAddress found = parsed.get();
        if (!found.host().isEmpty() || !found.user().isEmpty()) {
            throw new WarehouseException(Reason.SETTINGS, PATH, "A DuckDB address has three slashes: duckdb:///file");
        }
        Map<String, String> values = new HashMap<>();
        values.put(PATH, found.database().isEmpty() ? IN_MEMORY : found.database());
        found.parameters().forEach((name, value) -> {
            if (name.equals("access_mode")) {
                values.put(READ_ONLY, String.valueOf(value.equalsIgnoreCase("read_only")));
            } else if (Set.of(MEMORY_LIMIT, THREADS, READ_ONLY).contains(name)) {
                values.put(name, value);
            } else {
                throw new WarehouseException(Reason.SETTINGS, PATH, "DuckDB option " + name + " is not allowed");
            }
        });
        return Optional.of(new Settings(values));
    }

    @Override
    public Warehouse open(Settings settings) {
        return files.open(complete(settings));
    }

    @Override
    public Optional<Warehouse> scratch() {
        return Optional.of(open(new Settings(Map.of(PATH, IN_MEMORY))));
    }

    /** The driver's own timer would be a thread that outlives this bundle; the host cancels instead. */
    @Override
    protected void limit(Statement statement, Duration time) {}

    @Override
    protected Reason reason(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.startsWith("INTERRUPT")) {
            return Reason.CANCELLED;
        }
        if (message.startsWith("IO Error: Cannot open file")) {
            return Reason.DATABASE_UNKNOWN;
        }
        return message.startsWith("IO Error") || message.startsWith("Connection Error")
                ? Reason.UNREACHABLE
                : Reason.STATEMENT;
    }

    @Override
    protected String field(Reason reason) {
        return PATH;
    }
}
