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
class BigQueryOnDuckDbTest implements SameRowsContract, CalendarContract, AttackContract {
    @TempDir
    static Path folder;

    private static Shopfront shop;

    @BeforeAll
    static void fill() throws SQLException {
        shop = OnDuckDb.open(
                new BigQueryDialect(),
                folder,
                ExpectedStandIn.replacing(
                        // a backslash that stands for itself must not be taken for one before a quote
                        "\\\\\\\\",
                        "\u0001",
                        "\\\\'",
                        "''",
                        "\u0001",
                        "\\\\",
                        "`",
                        "\"",
                        "DATETIME\\(CAST\\((\\S+) AS TIMESTAMP\\), ('[^']+')\\)",
                        "in_zone($1, $2)",
                        "AS DATETIME\\)",
                        "AS TIMESTAMP)",
                        ", (SECOND|MINUTE|HOUR|DAY|MONTH|QUARTER|YEAR|WEEK\\((?:MON|SUN)DAY\\))\\)",
                        ", '$1')",
                        "INTERVAL (.+?) (SECOND|MINUTE|HOUR|DAY)\\)",
                        "'$2', $1)"),
                OnDuckDb.dateAdd("datetime_add", "(t, u, n)"),
                "div(a, b) AS a // b",
                "datetime_trunc(t, u) AS date_trunc(if(u LIKE 'WEEK%', 'week', u), t + to_days(if(u = 'WEEK(SUNDAY)', 1, 0)))"
                        + " - to_days(if(u = 'WEEK(SUNDAY)', 1, 0))",
                "in_zone(t, z) AS (t AT TIME ZONE 'UTC') AT TIME ZONE z");
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
