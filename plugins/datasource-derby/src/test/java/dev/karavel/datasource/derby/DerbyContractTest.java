package dev.karavel.datasource.derby;

import dev.karavel.contract.data.AttackContract;
import dev.karavel.contract.data.CalendarContract;
import dev.karavel.contract.data.DataSourceContract;
import dev.karavel.contract.data.InspectionContract;
import dev.karavel.contract.data.SameRowsContract;
import dev.karavel.contract.data.Shop;
import dev.karavel.contract.data.ShopTypes;
import dev.karavel.contract.data.Shopfront;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class DerbyContractTest
        implements DataSourceContract, SameRowsContract, AttackContract, CalendarContract, InspectionContract {
    @TempDir
    static Path data;

    private static Shopfront shop;

    @BeforeAll
    static void fill() throws IOException, SQLException {
        Driver driver = new EmbeddedDriver();
        DerbyType type = DerbyType.in(data, driver);
        Files.createDirectories(data.resolve("warehouse"));
        String url = "jdbc:derby:" + data.resolve("warehouse/shop") + ";create=true";
        try (Connection connection = driver.connect(url, new Properties());
                Statement statement = connection.createStatement()) {
            for (String sql : Shop.statements(type.dialect(), ShopTypes.standard())) {
                statement.execute(sql);
            }
        }
        shop = Shopfront.open(type, Map.of("database", "shop"), Optional.of("APP"));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Override
    public Shopfront shop() {
        return shop;
    }

    @Override
    public Optional<String> slowStatement() {
        return Optional.of("SELECT COUNT(*) FROM \"sales\" a, \"sales\" b, \"sales\" c, \"sales\" d");
    }
}
