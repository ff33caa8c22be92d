package dev.karavel.spi.viz;

import dev.karavel.spi.data.ColumnType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a visualization may know of the dataset its query is for. */
public record DatasetInfo(Map<String, ColumnType> columns, Set<String> metrics, Optional<String> mainTimeColumn) {
    public DatasetInfo {
        columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        metrics = Set.copyOf(metrics);
    }

    public boolean isTemporal(String column) {
        ColumnType type = columns.get(column);
        return type != null && type.isTemporal();
    }
}
