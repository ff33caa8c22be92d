package dev.karavel.api.sql;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.TableName;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A question with everything that turns it into SQL.
 *
 * @param spec without words that depend on the clock: its time range is in {@code bounds}
 * @param bounds of the spec's time column
 * @param filterBounds what each TEMPORAL_RANGE filter means, by its position in the spec's filters
 * @param rowRules conditions that all have to hold, from row-level security
 * @param tableRules conditions that have to hold on the rows of tables that a virtual dataset's statement reads
 * @param rowLimit most rows, already bounded by the server's own limit
 */
public record SqlQuestion(
        Database database,
        Dataset dataset,
        QuerySpec spec,
        TimeBounds bounds,
        Map<Integer, TimeBounds> filterBounds,
        List<String> rowRules,
        Map<TableName, List<String>> tableRules,
        int rowLimit) {
    public SqlQuestion {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(spec, "spec");
        Objects.requireNonNull(bounds, "bounds");
        filterBounds = Map.copyOf(filterBounds);
        rowRules = List.copyOf(rowRules);
        tableRules = Map.copyOf(tableRules);
    }

    /** Without rules on the tables of a virtual dataset. */
    public SqlQuestion(
            Database database,
            Dataset dataset,
            QuerySpec spec,
            TimeBounds bounds,
            Map<Integer, TimeBounds> filterBounds,
            List<String> rowRules,
            int rowLimit) {
        this(database, dataset, spec, bounds, filterBounds, rowRules, Map.of(), rowLimit);
    }
}
