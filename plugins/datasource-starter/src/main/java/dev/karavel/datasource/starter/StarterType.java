package dev.karavel.datasource.starter;

import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SqlAddress;
import dev.karavel.spi.data.WarehouseException.Reason;
import dev.karavel.spi.data.WarehouseFolders;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Files of H2, opened to read. The server finds this service when the jar is dropped into deploy/. */
@Component(service = DataSourceType.class)
public final class StarterType extends JdbcDataSourceType {
    private static final List<Setting> FORM = List.of(
            new Setting("database", "Database", Kind.TEXT, true, "", "A file in the folder warehouse, without .mv.db"),
            new Setting("user", "User", Kind.TEXT, false, "sa", ""),
            new Setting("password", "Password", Kind.SECRET, false, "", ""));

    private final Driver driver = new org.h2.Driver();

    private final Dialect dialect = new StarterDialect();
    private final WarehouseFolders folders;

    @Activate
    public StarterType(BundleContext context) {
        this(WarehouseFolders.of(
                "",
                Path.of(Optional.ofNullable(context.getProperty("karaf.data")).orElse("data"))));
    }

    static StarterType in(WarehouseFolders folders) {
        return new StarterType(folders);
    }

    private StarterType(WarehouseFolders folders) {
        this.folders = folders;
    }

    /** A driver enters itself into a table of the Java machine; left there, it would keep this jar's classes for ever. */
    @Deactivate
    public void leave() {
        org.h2.Driver.unload();
    }

    @Override
    public String id() {
        return "starter_h2";
    }

    @Override
    public String title() {
        return "H2 file (starter)";
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

    /** A driver that takes a host would say so here: {@code jdbc:acme://{host}:{port}/{database}}, and need no {@link #url}. */
    @Override
    protected String urlTemplate() {
        return "jdbc:h2:file:";
    }

    @Override
    protected String url(Settings settings) {
        Path file = folders.resolve("database", settings.required("database"));
        return urlTemplate() + file + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;TIME ZONE=UTC;DB_CLOSE_ON_EXIT=FALSE";
    }

    @Override
    protected boolean writes() {
        return false;
    }

    @Override
    public Optional<Settings> fromAddress(String address) {
        return SqlAddress.parse(address)
                .filter(each -> each.kind().equals(id()))
                .map(each -> new Settings(Map.of("database", each.database())));
    }

    @Override
    protected Reason reason(SQLException failure) {
        return failure.getErrorCode() == 90146 ? Reason.DATABASE_UNKNOWN : super.reason(failure);
    }
}
