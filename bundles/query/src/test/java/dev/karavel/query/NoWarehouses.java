package dev.karavel.query;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.Warehouse;
import java.util.List;

/** Where no plugin is there. */
final class NoWarehouses implements Warehouses {
    @Override
    public Warehouse open(Database database) {
        throw new KaravelException(ErrorCode.PLUGIN_MISSING, "There is no plugin for " + database.backend());
    }

    @Override
    public void test(Database database) {
        open(database);
    }

    @Override
    public List<Kind> kinds() {
        return List.of();
    }

    @Override
    public Address read(String sqlalchemyAddress) {
        throw new KaravelException(ErrorCode.PLUGIN_MISSING, "There is no plugin");
    }
}
