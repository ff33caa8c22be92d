package dev.karavel.web.dataset;

import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.spi.data.SourceColumn;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the columns in a warehouse differ from those a dataset knows; calculated ones are nobody's but the dataset's. */
record SourceChanges(List<SourceColumn> added, List<DatasetColumn> removed, Map<DatasetColumn, SourceColumn> changed) {
    static SourceChanges between(List<DatasetColumn> known, List<SourceColumn> source) {
        List<DatasetColumn> read =
                known.stream().filter(column -> column.expression().isEmpty()).toList();
        Map<String, DatasetColumn> byName = new HashMap<>();
        read.forEach(column -> byName.put(column.name(), column));
        Map<DatasetColumn, SourceColumn> changed = new LinkedHashMap<>();
        source.forEach(column -> {
            DatasetColumn old = byName.get(column.name());
            if (old != null && (old.type() != column.type() || !old.sourceType().equals(column.sourceType()))) {
                changed.put(old, column);
            }
        });
        List<String> names = source.stream().map(SourceColumn::name).toList();
        return new SourceChanges(
                source.stream()
                        .filter(column -> !byName.containsKey(column.name()))
                        .toList(),
                read.stream().filter(column -> !names.contains(column.name())).toList(),
                changed);
    }

    Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(
                "added",
                added.stream()
                        .map(column -> Map.of("column_name", column.name(), "type", column.sourceType()))
                        .toList());
        row.put(
                "removed",
                removed.stream()
                        .map(column -> Map.of("column_name", column.name(), "type", column.sourceType()))
                        .toList());
        row.put(
                "changed",
                changed.entrySet().stream()
                        .map(entry -> Map.of(
                                "column_name",
                                entry.getKey().name(),
                                "type_before",
                                entry.getKey().sourceType(),
                                "type",
                                entry.getValue().sourceType()))
                        .collect(Collectors.toList()));
        return row;
    }
}
