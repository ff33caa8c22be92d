package dev.karavel.datasource.trino;

import dev.karavel.contract.data.AttackContract;
import dev.karavel.contract.data.CalendarContract;
import dev.karavel.contract.data.DataSourceContract;
import dev.karavel.contract.data.InspectionContract;
import dev.karavel.contract.data.SameRowsContract;
import dev.karavel.contract.data.Shop;
import dev.karavel.contract.data.ShopTypes;
import dev.karavel.contract.data.Shopfront;
import dev.karavel.servers.trino.RealTrino;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class TrinoContractTest
        implements DataSourceContract, SameRowsContract, AttackContract, CalendarContract, InspectionContract {
    private static RealTrino server;
    private static Shopfront shop;

    @BeforeAll
    static void fill() throws IOException, SQLException {
        TrinoType type = new TrinoType();
        server = RealTrino.start();
        ShopTypes types = ShopTypes.standard().withReal("DOUBLE").withTimestamp("TIMESTAMP(6)");
        Preparation.run(server, Shop.statements(type.dialect(), types));
        shop = Shopfront.open(
                type,
                Map.of(
                        "host", "127.0.0.1",
                        "port", "" + server.port(),
                        "database", "memory",
                        "schema", "default",
                        "user", RealTrino.USER),
                Optional.of("default"));
    }

    @AfterAll
    static void close() {
        shop.close();
        server.close();
    }

    @Override
    public Shopfront shop() {
        return shop;
    }

    @Override
    public Optional<String> slowStatement() {
        return Optional.of(Preparation.SLOW);
    }
}
