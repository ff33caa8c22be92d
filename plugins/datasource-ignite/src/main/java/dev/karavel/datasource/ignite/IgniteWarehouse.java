package dev.karavel.datasource.ignite;

import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.JdbcWarehouse;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SourceColumn;
import java.time.Duration;
import java.util.List;

/** A cluster. Its driver describes a statement only by running it. */
final class IgniteWarehouse extends JdbcWarehouse {
    private static final Limits A_LOOK = Limits.of(1, Duration.ofSeconds(30));

    IgniteWarehouse(JdbcDataSourceType type, Settings settings) {
        super(type, settings);
    }

    @Override
    public Rows run(String sql, Limits limits) {
        return super.run(IgniteWords.of(sql), limits);
    }

    @Override
    public List<SourceColumn> describe(String sql) {
        try (Rows rows = run("SELECT * FROM (" + sql + ") LIMIT 1", A_LOOK)) {
            return rows.columns().stream()
                    .map(column -> new SourceColumn(column.name(), dialect().typeName(column.type()), column.type()))
                    .toList();
        }
    }
}
