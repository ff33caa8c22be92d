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
        DatasetSettings settings,
        Stamp stamp)
        implements Stored {
    public Dataset {
        Objects.requireNonNull(tableName, "tableName");
        Objects.requireNonNull(settings, "settings");
        columns = List.copyOf(columns);
        metrics = List.copyOf(metrics);
        owners = Set.copyOf(owners);
    }

    /** With nothing set. */
    public Dataset(
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
            Stamp stamp) {
        this(
                id,
                uuid,
                version,
                databaseId,
                schema,
                tableName,
                sql,
                mainTimeColumn,
                description,
                cacheTimeout,
                columns,
                metrics,
                owners,
                extra,
                DatasetSettings.none(),
                stamp);
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

    /** The same dataset over another statement. */
    public Dataset withSql(String statement) {
        return with(Optional.of(statement), columns, metrics, settings);
    }

    /** The same dataset with other columns and metrics. */
    public Dataset withParts(List<DatasetColumn> otherColumns, List<DatasetMetric> otherMetrics) {
        return with(sql, otherColumns, otherMetrics, settings);
    }

    public Dataset withSettings(DatasetSettings others) {
        return with(sql, columns, metrics, others);
    }

    private Dataset with(
            Optional<String> statement,
            List<DatasetColumn> otherColumns,
            List<DatasetMetric> otherMetrics,
            DatasetSettings others) {
        return new Dataset(
                id,
                uuid,
                version,
                databaseId,
                schema,
                tableName,
                statement,
                mainTimeColumn,
                description,
                cacheTimeout,
                otherColumns,
                otherMetrics,
                owners,
                extra,
                others,
                stamp);
    }
}
