package dev.karavel.datasource.postgresql;

import dev.karavel.contract.data.AttackContract;
import dev.karavel.contract.data.DataSourceContract;
import dev.karavel.contract.data.FuzzContract;
import dev.karavel.contract.data.InspectionContract;
import dev.karavel.contract.data.SameRowsContract;
import dev.karavel.contract.data.Shop;
import dev.karavel.contract.data.ShopTypes;
import dev.karavel.contract.data.Shopfront;
import dev.karavel.servers.RealPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresqlContractTest
        implements DataSourceContract, SameRowsContract, AttackContract, InspectionContract, FuzzContract {
    private static RealPostgres server;
    private static Shopfront shop;

    @BeforeAll
    static void fill() throws IOException, InterruptedException, SQLException {
        PostgresqlType type = new PostgresqlType();
        server = RealPostgres.start();
        server.execute(
                "postgres",
                Shop.statements(type.dialect(), ShopTypes.standard()).toArray(String[]::new));
        shop = Shopfront.open(
                type,
                Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        "" + server.port(),
                        "database",
                        "postgres",
                        "user",
                        "postgres",
                        "password",
                        "secret"),
                Optional.of("public"));
    }

    @AfterAll
    static void close() throws IOException {
        shop.close();
        server.close();
    }

    @Override
    public Shopfront shop() {
        return shop;
    }

    @Override
    public Optional<String> slowStatement() {
        return Optional.of("SELECT pg_sleep(100)");
    }
}
