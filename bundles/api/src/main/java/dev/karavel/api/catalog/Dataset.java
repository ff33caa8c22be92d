package dev.karavel.api.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A table, view or statement that charts ask.
 *
 * @param tableName the physical table, or the name of the statement when {@code sql} is present
 * @param sql the statement of a virtual dataset
 * @param cacheTimeout seconds; -1 for never cached
 * @param owners ids of users
 */
public record Dataset(
        long id,
        UUID uuid,
        int version,
        long databaseId,
        Optional<String> schema,
        String tableName,
        Optional<String> sql,
        Optional<String> mainTimeColumn,
        String description,
        Optional<Integer> cacheTimeout,
        List<DatasetColumn> columns,
        List<DatasetMetric> metrics,
        Set<Long> owners,
        String extra,
        Stamp stamp)
        implements Stored {
    public Dataset {
        Objects.requireNonNull(tableName, "tableName");
        columns = List.copyOf(columns);
        metrics = List.copyOf(metrics);
        owners = Set.copyOf(owners);
    }

    public boolean virtual() {
        return sql.isPresent();
    }

    public Optional<DatasetColumn> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public Optional<DatasetMetric> metric(String name) {
        return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }
}
