package dev.karavel.datasource.derby;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;

/** Derby inside the server, in folders of its own: never the one where the server keeps its metadata. */
@Component(service = DataSourceType.class)
public final class DerbyType extends JdbcDataSourceType {
    private static final List<Setting> FORM = List.of(
            new Setting(
                    "database",
                    "Database",
                    Kind.TEXT,
                    true,
                    "",
                    "A folder below warehouse in the server's data folder"),
            new Setting("create", "Create it", Kind.SWITCH, false, "false", "Makes an empty database if there is none"),
            new Setting("user", "User", Kind.TEXT, false, "", "Also the schema that names without one mean"),
            new Setting("password", "Password", Kind.SECRET, false, "", ""));

    private final Driver driver;
    private final Dialect dialect = new DerbyDialect();
    private final DerbyFolders folders;

    @Activate
    public DerbyType(
            @Reference(name = "derby", target = "(" + DataSourceFactory.OSGI_JDBC_DRIVER_NAME + "=derby)")
                    DataSourceFactory derby,
            BundleContext context)
            throws SQLException {
        this(
                derby.createDriver(null),
                Path.of(Optional.ofNullable(context.getProperty("karaf.data")).orElse("data")));
    }

    /**
     * Not a constructor people see: Declarative Services would take it for its own, since it has as many parameters.
     *
     * @param dataFolder of the server; databases are in its folder "warehouse" and nowhere else
     */
    public static DerbyType in(Path dataFolder, Driver driver) {
        return new DerbyType(driver, dataFolder);
    }

    private DerbyType(Driver driver, Path dataFolder) {
        this.driver = driver;
        folders = new DerbyFolders(driver, dataFolder.resolve("warehouse"));
    }

    @Override
    public String id() {
        return "derby";
    }

    @Override
    public String title() {
        return "Apache Derby";
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
        return "jdbc:derby:";
    }

    @Override
    protected String url(Settings settings) {
        String folder = folders.resolve(settings.required("database")).toString();
        return urlTemplate() + folder + (settings.flag("create") ? ";create=true" : "");
    }

    @Override
    public Optional<Settings> fromAddress(String address) {
        return SqlAddress.parse(address)
                .filter(each -> each.kind().equals(id()))
                .map(found -> {
                    if (!found.host().isEmpty() || !found.parameters().isEmpty()) {
                        throw new WarehouseException(Reason.SETTINGS, "database", "A Derby address is derby:///name");
                    }
                    Map<String, String> values = new HashMap<>(Map.of("database", found.database()));
                    if (!found.user().isEmpty()) {
                        values.put("user", found.user());
                        values.put("password", found.password());
                    }
                    return new Settings(values);
                });
    }

    @Override
    public Warehouse open(Settings settings) {
        Settings complete = complete(settings);
        Path folder = folders.resolve(complete.required("database"));
        return new DerbyWarehouse(this, complete, folders, folder);
    }

    @Override
    protected boolean isSystemSchema(String schema) {
        return schema.startsWith("SYS") || schema.equals("NULLID") || schema.equals("SQLJ");
    }

    @Override
    protected boolean speaksJavaTime() {
        return false;
    }

    /** Derby cannot cancel, but a statement ends in order when its thread is interrupted. */
    @Override
    protected void cancel(Statement statement, Thread reader) {
        reader.interrupt();
    }

    @Override
    protected Reason reason(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "XJ004" -> Reason.DATABASE_UNKNOWN;
            case "08004", "04501" -> Reason.CREDENTIALS;
            case "XCL52" -> Reason.TIMEOUT;
            case "08000" -> Reason.CANCELLED;
            default -> super.reason(failure);
        };
    }
}
