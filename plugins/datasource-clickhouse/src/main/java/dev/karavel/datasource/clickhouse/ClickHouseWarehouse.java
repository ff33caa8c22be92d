package dev.karavel.datasource.clickhouse;

import dev.karavel.spi.data.JdbcWarehouse;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SourceColumn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks the server for the columns of a statement: its driver gives none, and no error, where it does not understand one. */
final class ClickHouseWarehouse extends JdbcWarehouse {
    private static final Limits COLUMNS = Limits.of(10_000, Duration.ofSeconds(60));

    ClickHouseWarehouse(ClickHouseType type, Settings settings) {
        super(type, settings);
    }

    @Override
    public List<SourceColumn> describe(String sql) {
        List<SourceColumn> columns = new ArrayList<>();
        try (Rows rows = run("DESCRIBE (" + sql + "\n)", COLUMNS)) {
            while (rows.next()) {
                String type = (String) rows.value(1);
                columns.add(
                        new SourceColumn((String) rows.value(0), type, dialect().columnType(type)));
            }
        }
        return columns;
    }
}
