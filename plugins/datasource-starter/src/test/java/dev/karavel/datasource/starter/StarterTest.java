package dev.karavel.datasource.starter;

import dev.karavel.contract.data.DataSourceContract;
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
import org.h2.Driver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Everything the server takes for granted, and the rows a naive evaluation gives, asked of the database filled below. */
class StarterTest implements DataSourceContract, SameRowsContract {
    @TempDir
    static Path folder;

    private static Shopfront shop;

    @BeforeAll
    static void fill() throws SQLException {
        StarterType type = StarterType.in(new WarehouseFolders(List.of(folder)));
        Properties user = new Properties();
        user.setProperty("user", "sa");
        try (Connection connection = new Driver().connect("jdbc:h2:file:" + folder.resolve("shop"), user);
                Statement statement = connection.createStatement()) {
            for (String sql : Shop.statements(type.dialect(), ShopTypes.standard())) {
                statement.execute(sql);
            }
        }
        shop = Shopfront.open(type, Map.of("database", "shop"), Optional.of("PUBLIC"));
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
        return Optional.of("SELECT COUNT(*) FROM SYSTEM_RANGE(1, 10000000000) WHERE MOD(X, 7) = 9");
    }
}
