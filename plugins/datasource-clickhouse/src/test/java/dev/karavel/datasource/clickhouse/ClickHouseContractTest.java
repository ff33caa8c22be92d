package dev.karavel.datasource.clickhouse;

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
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Without a slow statement: the engine as a library does not stop one. */
class ClickHouseContractTest
        implements DataSourceContract, SameRowsContract, AttackContract, CalendarContract, InspectionContract {
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1900, 2, 1, 0, 0);

    @TempDir
    static Path data;

    private static ClickHouseEngine engine;
    private static Shopfront shop;

    @BeforeAll
    static void fill() throws IOException, InterruptedException {
        ClickHouseType type = new ClickHouseType();
        engine = ClickHouseEngine.start(data);
        ShopTypes types = new ShopTypes(
                "Nullable(String)",
                "Int64",
                "Nullable(Decimal(12, 2))",
                "Nullable(Float64)",
                "Nullable(Bool)",
                "Nullable(DateTime64(6, 'UTC'))",
                "Nullable(Date)",
                "",
                " ENGINE = MergeTree ORDER BY id");
        engine.execute(Shop.statements(type.dialect(), types));
        shop = Shopfront.open(type, engine.settings(), Optional.of("default"));
    }

    @AfterAll
    static void close() {
        if (shop != null) {
            shop.close();
            engine.close();
        }
    }

    @Override
    public Shopfront shop() {
        return shop;
    }

    /** Its times begin in 1900. */
    @Override
    public List<LocalDateTime> edges() {
        return CalendarContract.super.edges().stream()
                .filter(EARLIEST::isBefore)
                .toList();
    }
}
