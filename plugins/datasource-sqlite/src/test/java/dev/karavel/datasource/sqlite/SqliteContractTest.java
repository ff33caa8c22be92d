package dev.karavel.datasource.sqlite;

import dev.karavel.contract.data.AttackContract;
import dev.karavel.contract.data.CalendarContract;
import dev.karavel.contract.data.DataSourceContract;
import dev.karavel.contract.data.InspectionContract;
import dev.karavel.contract.data.SameRowsContract;
import dev.karavel.contract.data.Shop;
import dev.karavel.contract.data.ShopTypes;
import dev.karavel.contract.data.Shopfront;
import dev.karavel.spi.data.WarehouseFolders;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

class SqliteContractTest
        implements DataSourceContract, SameRowsContract, AttackContract, CalendarContract, InspectionContract {
    @TempDir
    static Path data;

    private static Shopfront shop;

    @BeforeAll
    static void fill() throws SQLException {
        SqliteType type = SqliteType.in(new WarehouseFolders(List.of(data)));
        try (Connection connection = new JDBC().connect("jdbc:sqlite:" + data.resolve("shop.db"), new Properties());
                Statement statement = connection.createStatement()) {
            for (String sql : Shop.statements(type.dialect(), ShopTypes.standard())) {
                statement.execute(sql);
            }
        }
        shop = Shopfront.open(type, Map.of("path", "shop.db"), Optional.of("main"));
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
        return Optional.of("SELECT COUNT(*) FROM sales a, sales b, sales c, sales d, sales e");
    }
}
