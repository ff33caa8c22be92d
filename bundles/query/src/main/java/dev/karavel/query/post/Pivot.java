package dev.karavel.query.post;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code index}, {@code columns}, {@code aggregates}: one row per index, one column per metric and combination of the columns'
 * values, named {@code metric, value, value} and in the values' order.
 */
final class Pivot {
    private static final String MISSING = "<NULL>";
    private static final int MOST_COLUMNS = 5_000;

    private Pivot() {}

    static Table apply(Table table, Options options) {
        int[] index = Groups.columns(table, options, options.names("index"));
        int[] across = Groups.columns(table, options, options.names("columns"));
        Map<String, Object> aggregates = options.map("aggregates");
        Map<List<Object>, Integer> combinations = combinations(table, across, options);
        List<Column> columns = new ArrayList<>();
        for (int column : index) {
            columns.add(table.columns().get(column));
        }
        Map<List<Object>, List<Integer>> groups = Groups.by(table, index);
        Object[][] values = new Object[index.length + aggregates.size() * combinations.size()][groups.size()];
        for (Map.Entry<String, Object> aggregate : aggregates.entrySet()) {
            int source = options.column(table, aggregate.getKey());
            Statistic statistic = Statistic.of(options, aggregate.getValue());
            combinations
                    .keySet()
                    .forEach(key -> columns.add(
                            new Column(name(aggregate.getKey(), key), Aggregation.type(table, source, statistic))));
        }
        int row = 0;
        for (Map.Entry<List<Object>, List<Integer>> group : groups.entrySet()) {
            for (int i = 0; i < index.length; i++) {
                values[i][row] = group.getKey().get(i);
            }
            Map<Integer, List<Integer>> members = group.getValue().stream()
                    .collect(Collectors.groupingBy(member -> combinations.get(Groups.key(table, member, across))));
            int first = index.length;
            for (Map.Entry<String, Object> aggregate : aggregates.entrySet()) {
                int source = options.column(table, aggregate.getKey());
                Statistic statistic = Statistic.of(options, aggregate.getValue());
                int offset = first;
                int current = row;
                members.forEach((combination, rows) ->
                        values[offset + combination][current] = statistic.of(Groups.cells(table, source, rows)));
                first += combinations.size();
            }
            row++;
        }
        return new Table(columns, values, groups.size());
    }

    private static Map<List<Object>, Integer> combinations(Table table, int[] across, Options options) {
        List<List<Object>> sorted = new ArrayList<>(Groups.by(table, across).keySet());
        if (sorted.size() > MOST_COLUMNS) {
            throw options.wrong(
                    "it would make " + sorted.size() + " columns; at most " + MOST_COLUMNS + " are possible");
        }
        sorted.sort((one, other) -> {
            for (int i = 0; i < one.size(); i++) {
                int order = Sorting.compare(one.get(i), other.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        });
        Map<List<Object>, Integer> positions = new LinkedHashMap<>();
        sorted.forEach(key -> positions.put(key, positions.size()));
        return positions;
    }

    private static String name(String metric, List<Object> key) {
        StringBuilder name = new StringBuilder(metric);
        key.forEach(value -> name.append(", ").append(value == null ? MISSING : value));
        return name.toString();
    }
}
