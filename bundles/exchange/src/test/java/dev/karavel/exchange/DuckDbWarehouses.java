package dev.karavel.exchange;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.datasource.duckdb.DuckDbType;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.Warehouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Real DuckDB below a folder, and a kind "walled" that only has an address and a password. */
final class DuckDbWarehouses implements Warehouses, Secrets, AutoCloseable {
    private final DuckDbType type;
    private final Map<Long, Warehouse> open = new HashMap<>();

    DuckDbWarehouses(Path dataFolder) {
        type = DuckDbType.in(dataFolder);
    }

    @Override
    public Warehouse open(Database database) {
        return open.computeIfAbsent(database.id(), id -> type.open(new Settings(database.settings())));
    }

    @Override
    public void test(Database database) {
        open(database).test();
    }

    @Override
    public List<Kind> kinds() {
        Setting password = new Setting("password", "Password", Setting.Kind.SECRET, false, "", "");
        return List.of(new Kind("duckdb", "DuckDB", type.settings()), new Kind("walled", "Walled", List.of(password)));
    }

    @Override
    public Address read(String address) {
        if (address.startsWith("walled://")) {
            String password = address.substring("walled://".length()).replaceAll("^.*:|@.*$", "");
            return new Address("walled", Map.of("password", password));
        }
        return type.fromAddress(address)
                .map(settings -> new Address("duckdb", settings.values()))
                .orElseThrow(() -> KaravelException.invalid("sqlalchemy_uri", "No plugin knows this address"));
    }

    @Override
    public String encrypt(String clear) {
        return clear.startsWith("{enc}") ? clear : "{enc}" + new StringBuilder(clear).reverse();
    }

    @Override
    public String decrypt(String stored) {
        return stored;
    }

    @Override
    public void close() {
        new ArrayList<>(open.values()).forEach(Warehouse::close);
    }
}
