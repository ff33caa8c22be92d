package dev.karavel.datasource.oracle;

import dev.karavel.contract.data.AttackContract;
import dev.karavel.contract.data.CalendarContract;
import dev.karavel.contract.data.ExpectedStandIn;
import dev.karavel.contract.data.SameRowsContract;
import dev.karavel.contract.data.Shop;
import dev.karavel.contract.data.ShopTypes;
import dev.karavel.contract.data.Shopfront;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.h2.Driver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The dialect's arithmetic on H2, which speaks much of Oracle's SQL. */
class OracleOnH2Test implements SameRowsContract, CalendarContract, AttackContract {
    private static final String URL = "jdbc:h2:mem:oracle;TIME ZONE=UTC;DB_CLOSE_DELAY=-1";

    private static Shopfront shop;

    @BeforeAll
    static void fill() throws SQLException {
        OracleDialect dialect = new OracleDialect();
        try (Connection connection = new Driver().connect(URL, new Properties());
                Statement statement = connection.createStatement()) {
            for (String sql : Shop.statements(dialect, ShopTypes.standard())) {
                statement.execute(h2(sql));
            }
        }
        shop = Shopfront.open(
                new ExpectedStandIn(dialect, new Driver(), URL, OracleOnH2Test::h2), Map.of(), Optional.of("PUBLIC"));
    }

    /** What H2 has under another name. */
    private static String h2(String sql) {
        return ExpectedStandIn.replacing(
                        "SYS_EXTRACT_UTC\\((CAST\\(.*? AS TIMESTAMP WITH TIME ZONE\\))\\)",
                        "CAST($1 AT TIME ZONE 'UTC' AS TIMESTAMP)",
                        "TRUNC\\(((?:(?!TRUNC).)*?), '(DD|HH24|MI|IW|MM|Q|YYYY)'\\)",
                        "DATE_TRUNC('$2', $1)",
                        "DATE_TRUNC\\('DD'",
                        "DATE_TRUNC('DAY'",
                        "DATE_TRUNC\\('HH24'",
                        "DATE_TRUNC('HOUR'",
                        "DATE_TRUNC\\('MI'",
                        "DATE_TRUNC('MINUTE'",
                        "DATE_TRUNC\\('IW'",
                        "DATE_TRUNC('ISO_WEEK'",
                        "DATE_TRUNC\\('MM'",
                        "DATE_TRUNC('MONTH'",
                        "DATE_TRUNC\\('Q'",
                        "DATE_TRUNC('QUARTER'",
                        "DATE_TRUNC\\('YYYY'",
                        "DATE_TRUNC('YEAR'",
                        "NUMTODSINTERVAL\\((FLOOR\\(.*?\\)(?: \\* \\d+)?), '(\\w+)'\\)",
                        "($1) * INTERVAL '1' $2",
                        "TO_DATE\\(('[^']*'), '[^']*'\\)",
                        "TIMESTAMP $1",
                        // H2 gives the time of the session's zone, Oracle that of the value's
                        "CAST\\((CAST\\([^()]* AS TIMESTAMP WITH TIME ZONE\\) AT TIME ZONE '[A-Z][a-z][^']*') AS TIMESTAMP\\)",
                        "CAST(SUBSTRING(CAST($1 AS VARCHAR) FROM 1 FOR 19) AS TIMESTAMP)",
                        "\"online\" = ([01])",
                        "\"online\" = CAST($1 AS BOOLEAN)")
                .apply(sql);
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
