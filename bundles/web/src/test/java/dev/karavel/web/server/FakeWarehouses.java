package dev.karavel.web.server;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.ServerCertificate;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.util.List;
import java.util.Map;

/** One kind of warehouse, with a host and a password; the hosts "away" and "wrong-password" are what they are called. */
final class FakeWarehouses implements Warehouses {
    @Override
    public Warehouse open(Database database) {
        return new FakeWarehouse();
    }

    @Override
    public void test(Database database) {
        if ("away".equals(database.settings().get("host"))) {
            throw new KaravelException(ErrorCode.WAREHOUSE_UNREACHABLE, "host", "No such host", null);
        }
        if ("wrong-password".equals(database.settings().get("host"))) {
            throw new KaravelException(
                    ErrorCode.WAREHOUSE_UNREACHABLE,
                    "password",
                    "User or password is wrong",
                    new WarehouseException(Reason.CREDENTIALS, "password", "FATAL"));
        }
    }

    @Override
    public List<Kind> kinds() {
        return List.of(new Kind(
                "postgresql",
                "PostgreSQL",
                List.of(
                        new Setting("host", "Host", Setting.Kind.TEXT, true, "", ""),
                        new Setting("password", "Password", Setting.Kind.SECRET, false, "", ""),
                        ServerCertificate.setting())));
    }

    @Override
    public Address read(String sqlalchemyAddress) {
        return new Address("postgresql", Map.of("host", "from-address", "password", "from-address"));
    }
}
