package dev.karavel.query.post;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code groupby}, {@code aggregates {name: {column, operator}}}. */
final class Aggregation {
    private Aggregation() {}

    static Table aggregate(Table table, Options options) {
        int[] by = Groups.columns(table, options, options.names("groupby"));
        List<Column> columns = new ArrayList<>();
        for (int column : by) {
            columns.add(table.columns().get(column));
        }
        List<Integer> sources = new ArrayList<>();
        List<Statistic> statistics = new ArrayList<>();
        for (Map.Entry<String, Object> entry : options.map("aggregates").entrySet()) {
            String source = entry.getValue() instanceof Map<?, ?> map && map.get("column") instanceof String name
                    ? name
                    : entry.getKey();
            Statistic statistic = Statistic.of(options, entry.getValue());
            sources.add(options.column(table, source));
            statistics.add(statistic);
            columns.add(new Column(entry.getKey(), type(table, sources.get(sources.size() - 1), statistic)));
        }
        Table.Builder result = new Table.Builder(columns);
        Groups.by(table, by).forEach((key, rows) -> {
            Object[] row = key.toArray(new Object[columns.size()]);
            for (int i = 0; i < sources.size(); i++) {
                row[by.length + i] = statistics.get(i).of(Groups.cells(table, sources.get(i), rows));
            }
            result.add(row);
        });
        return result.build();
    }

    static ColumnType type(Table table, int column, Statistic statistic) {
        if (statistic.isCount()) {
            return ColumnType.INTEGER;
        }
        ColumnType type = table.columns().get(column).type();
        return type == ColumnType.INTEGER ? ColumnType.DECIMAL : type;
    }
}
