package dev.karavel.spi.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A datasource over H2 or MariaDB, whose driver lies in a folder. */
final class DroppedType extends DroppedDriverType {
    private final WantedDriver wanted;
    private final String address;

    private DroppedType(DriverFolder folder, WantedDriver wanted, String address) {
        super(folder);
        this.wanted = wanted;
        this.address = address;
    }

    static DroppedType h2(Path folder) {
        return h2(DriverFolder.at(folder));
    }

    static DroppedType h2(DriverFolder folder) {
        return new DroppedType(
                folder,
                new WantedDriver("H2", List.of("org.h2.Driver"), "jdbc:h2:", "h2.jar", "https://h2database.com"),
                "jdbc:h2:mem:");
    }

    static DroppedType mariaDb(Path folder, int port) {
        return new DroppedType(
                DriverFolder.at(folder),
                new WantedDriver(
                        "MariaDB",
                        List.of("org.mariadb.jdbc.Renamed"),
                        "jdbc:mariadb:",
                        "mariadb.jar",
                        "https://mariadb.com"),
                "jdbc:mariadb://127.0.0.1:" + port + "/shop");
    }

    @Override
    protected WantedDriver wanted() {
        return wanted;
    }

    @Override
    public String id() {
        return "dropped";
    }

    @Override
    public String title() {
        return wanted.title();
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Dialect dialect() {
        return new StandardDialect() {
            @Override
            public String id() {
                return "dropped";
            }
        };
    }

    @Override
    public Optional<Settings> fromAddress(String sqlAlchemyAddress) {
        return Optional.empty();
    }

    @Override
    protected String urlTemplate() {
        return address;
    }

    static List<Object> firstColumn(Warehouse warehouse, String sql) {
        try (Rows rows = warehouse.run(sql, Limits.of(10, java.time.Duration.ofSeconds(30)))) {
            List<Object> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.value(0));
            }
            return values;
        }
    }
}
