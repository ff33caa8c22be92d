package dev.karavel.datasource.duckdb;

import dev.karavel.contract.data.AttackContract;
import dev.karavel.contract.data.CalendarContract;
import dev.karavel.contract.data.DataSourceContract;
import dev.karavel.contract.data.FuzzContract;
import dev.karavel.contract.data.InspectionContract;
import dev.karavel.contract.data.SameRowsContract;
import dev.karavel.contract.data.Shop;
import dev.karavel.contract.data.ShopTypes;
import dev.karavel.contract.data.Shopfront;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class DuckDbContractTest
        implements DataSourceContract,
                SameRowsContract,
                AttackContract,
                CalendarContract,
                InspectionContract,
                FuzzContract {
    @TempDir
    static Path data;

    private static Shopfront shop;

    @BeforeAll
    static void fill() throws SQLException {
        DuckDbType type = DuckDbType.in(data);
        try (Connection connection =
                        new DuckDBDriver().connect("jdbc:duckdb:" + data.resolve("shop.duckdb"), new Properties());
                Statement statement = connection.createStatement()) {
            for (String sql : Shop.statements(type.dialect(), ShopTypes.standard())) {
                statement.execute(sql);
            }
        }
        shop = Shopfront.open(type, Map.of("path", "shop.duckdb"), Optional.of("main"));
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
        return Optional.of("SELECT COUNT(*) FROM range(10000000) a, range(10000000) b WHERE a.range + b.range = 7");
    }
}
