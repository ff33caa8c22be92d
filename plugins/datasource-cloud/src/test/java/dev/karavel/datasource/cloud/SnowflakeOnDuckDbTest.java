package dev.karavel.datasource.cloud;

import dev.karavel.contract.data.AttackContract;
import dev.karavel.contract.data.CalendarContract;
import dev.karavel.contract.data.ExpectedStandIn;
import dev.karavel.contract.data.SameRowsContract;
import dev.karavel.contract.data.Shopfront;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The dialect's arithmetic on DuckDB. */
class SnowflakeOnDuckDbTest implements SameRowsContract, CalendarContract, AttackContract {
    @TempDir
    static Path folder;

    private static Shopfront shop;

    @BeforeAll
    static void fill() throws SQLException {
        shop = OnDuckDb.open(
                new SnowflakeDialect(),
                folder,
                ExpectedStandIn.replacing(
                        // DuckDB rounds the percentile of a decimal to its scale
                        "WITHIN GROUP \\(ORDER BY (\\(.*?\\)|\\S+)\\)",
                        "WITHIN GROUP (ORDER BY CAST($1 AS DOUBLE))",
                        "DATEADD\\((\\w+), ",
                        "dateadd('$1', ",
                        "TIMESTAMP_LTZ",
                        "TIMESTAMPTZ",
                        "TIMESTAMP_NTZ",
                        "TIMESTAMP"),
                OnDuckDb.dateAdd("dateadd", "(u, n, t)"),
                "convert_timezone(a, b, t) AS (t AT TIME ZONE a) AT TIME ZONE b");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Override
    public Shopfront shop() {
        return shop;
    }
}
