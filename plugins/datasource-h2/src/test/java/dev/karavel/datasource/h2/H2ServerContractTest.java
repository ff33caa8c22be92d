package dev.karavel.datasource.h2;

import dev.karavel.contract.data.CalendarContract;
import dev.karavel.contract.data.DataSourceContract;
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
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Over the network, where tables can be made too. */
class H2ServerContractTest implements DataSourceContract, CalendarContract {
    @TempDir
    static Path data;

    private static Server server;
    private static Shopfront shop;

    @BeforeAll
    static void fill() throws SQLException {
        H2Type type = H2Type.in(new WarehouseFolders(List.of(data)));
        Properties user = new Properties();
        user.setProperty("user", "sa");
        try (Connection connection = new Driver().connect("jdbc:h2:file:" + data.resolve("shop"), user);
                Statement statement = connection.createStatement()) {
            for (String sql : Shop.statements(type.dialect(), ShopTypes.standard())) {
                statement.execute(sql);
            }
        }
        server = Server.createTcpServer("-tcpPort", "0", "-baseDir", data.toString(), "-ifExists")
                .start();
        Map<String, String> place = Map.of("host", "127.0.0.1", "port", "" + server.getPort(), "database", "shop");
        shop = Shopfront.open(type, place, Optional.of("PUBLIC"));
    }

    @AfterAll
    static void close() {
        shop.close();
        server.stop();
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
