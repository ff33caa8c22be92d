package dev.karavel.datasource.mysql;

import dev.karavel.contract.data.AttackContract;
import dev.karavel.contract.data.CalendarContract;
import dev.karavel.contract.data.DataSourceContract;
import dev.karavel.contract.data.InspectionContract;
import dev.karavel.contract.data.SameRowsContract;
import dev.karavel.contract.data.Shopfront;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** MySQL's id over the server that is to be had: MariaDB's. */
class MysqlContractTest
        implements DataSourceContract, SameRowsContract, AttackContract, CalendarContract, InspectionContract {
    private static MariaDbShop shop;

    @BeforeAll
    static void fill() {
        shop = MariaDbShop.open(new MysqlType());
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Override
    public Shopfront shop() {
        return shop.front();
    }

    @Override
    public Optional<String> slowStatement() {
        return Optional.of("SELECT SLEEP(100)");
    }
}
