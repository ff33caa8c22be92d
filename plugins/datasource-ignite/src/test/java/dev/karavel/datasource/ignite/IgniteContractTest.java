package dev.karavel.datasource.ignite;

import dev.karavel.contract.data.AttackContract;
import dev.karavel.contract.data.CalendarContract;
import dev.karavel.contract.data.DataSourceContract;
import dev.karavel.contract.data.InspectionContract;
import dev.karavel.contract.data.SameRowsContract;
import dev.karavel.contract.data.Shop;
import dev.karavel.contract.data.ShopTypes;
import dev.karavel.contract.data.Shopfront;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class IgniteContractTest
        implements DataSourceContract, SameRowsContract, AttackContract, CalendarContract, InspectionContract {
    @TempDir
    static Path data;

    private static RealIgnite node;
    private static Shopfront shop;

    @BeforeAll
    static void fill() throws IOException, SQLException {
        IgniteType type = new IgniteType();
        node = RealIgnite.start(data);
        node.execute(Shop.statements(type.dialect(), ShopTypes.standard().withIdConstraint("PRIMARY KEY")));
        shop = Shopfront.open(type, node.settings(), Optional.of("PUBLIC"));
    }

    @AfterAll
    static void close() {
        shop.close();
        node.close();
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
