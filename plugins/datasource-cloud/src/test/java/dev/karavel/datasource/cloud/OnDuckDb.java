package dev.karavel.datasource.cloud;

import dev.karavel.contract.data.ExpectedStandIn;
import dev.karavel.contract.data.Shop;
import dev.karavel.contract.data.ShopTypes;
import dev.karavel.contract.data.Shopfront;
import dev.karavel.spi.data.Dialect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.duckdb.DuckDBDriver;

/** A shop in DuckDB that is asked in another dialect. */
final class OnDuckDb {
    private OnDuckDb() {}

    /** @param macros the functions that DuckDB has under another name */
    static Shopfront open(Dialect dialect, Path folder, UnaryOperator<String> translation, String... macros)
            throws SQLException {
        String url = "jdbc:duckdb:" + folder.resolve(dialect.id() + ".duckdb");
        try (Connection connection = new DuckDBDriver().connect(url, new Properties());
                Statement statement = connection.createStatement()) {
            for (String sql : Shop.statements(dialect, ShopTypes.standard())) {
                statement.execute(translation.apply(sql));
            }
            for (String macro : macros) {
                statement.execute("CREATE MACRO " + macro);
            }
        }
        return Shopfront.open(
                new ExpectedStandIn(dialect, new DuckDBDriver(), url, translation, "SET TimeZone = 'UTC'"),
                Map.of(),
                Optional.of("main"));
    }

    static String dateAdd(String name, String parameters) {
        return name + parameters
                + " AS CASE u WHEN 'SECOND' THEN t + to_seconds(n) WHEN 'MINUTE' THEN t + to_minutes(n)"
                + " WHEN 'HOUR' THEN t + to_hours(n) WHEN 'DAY' THEN t + to_days(CAST(n AS INTEGER)) END";
    }
}
