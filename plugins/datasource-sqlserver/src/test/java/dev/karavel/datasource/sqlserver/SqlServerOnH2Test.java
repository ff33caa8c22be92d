package dev.karavel.datasource.sqlserver;

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

/** The dialect's arithmetic on H2, which speaks much of Transact-SQL. */
class SqlServerOnH2Test implements SameRowsContract, CalendarContract, AttackContract {
    private static final String URL = "jdbc:h2:mem:mssql;MODE=MSSQLServer;DB_CLOSE_DELAY=-1";

    private static Shopfront shop;

    @BeforeAll
    static void fill() throws SQLException {
        SqlServerDialect dialect = new SqlServerDialect();
        try (Connection connection = new Driver().connect(URL, new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("SET TIME ZONE 'UTC'");
            for (String sql : Shop.statements(dialect, ShopTypes.standard())) {
                statement.execute(h2(sql));
            }
        }
        shop = Shopfront.open(
                new ExpectedStandIn(dialect, new Driver(), URL, SqlServerOnH2Test::h2),
                Map.of(),
                Optional.of("PUBLIC"));
    }

    /** What H2 has under another name. */
    private static String h2(String sql) {
        return ExpectedStandIn.replacing(
                        "SWITCHOFFSET\\((CAST\\(.*? AS DATETIMEOFFSET\\)), '\\+00:00'\\)", "$1 AT TIME ZONE 'UTC'",
                        "DATETIMEOFFSET", "TIMESTAMP(7) WITH TIME ZONE",
                        "DATETIME2", "TIMESTAMP(7)",
                        "COUNT_BIG", "COUNT",
                        "AS FLOAT\\)", "AS DOUBLE PRECISION)")
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
