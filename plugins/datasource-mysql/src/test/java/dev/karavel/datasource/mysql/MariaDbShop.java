package dev.karavel.datasource.mysql;

import dev.karavel.contract.data.Shop;
import dev.karavel.contract.data.ShopTypes;
import dev.karavel.contract.data.Shopfront;
import dev.karavel.servers.RealMariaDb;
import dev.karavel.spi.data.DataSourceType;
import java.util.Map;
import java.util.Optional;

/** A real server with the shop in it; texts are compared letter by letter, as the contract asks. */
record MariaDbShop(RealMariaDb server, Shopfront front) implements AutoCloseable {
    static MariaDbShop open(DataSourceType type) {
        RealMariaDb server = RealMariaDb.start();
        server.execute("mysql", "CREATE DATABASE shop CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
        ShopTypes types = ShopTypes.standard().withTimestamp("DATETIME");
        server.execute("shop", Shop.statements(type.dialect(), types).toArray(String[]::new));
        return new MariaDbShop(server, Shopfront.open(type, settings(server), Optional.of("shop")));
    }

    static Map<String, String> settings(RealMariaDb server) {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                "" + server.port(),
                "database",
                "shop",
                "user",
                RealMariaDb.USER,
                "password",
                RealMariaDb.PASSWORD);
    }

    @Override
    public void close() {
        front.close();
        server.close();
    }
}
