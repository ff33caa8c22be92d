package dev.karavel.query.post;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Order of rows; nulls come last either way. */
final class Sorting {
    private Sorting() {}

    /** {@code columns {name: ascending}}, or {@code by} and {@code ascending}. */
    static Table sort(Table table, Options options) {
        Map<String, Object> keys = options.map("columns");
        if (keys.isEmpty()) {
            List<?> directions = options.values("ascending");
            boolean ascending = options.flag("ascending", true);
            List<String> by = options.names("by");
            for (int i = 0; i < by.size(); i++) {
                keys.put(by.get(i), i < directions.size() ? directions.get(i) : (Object) ascending);
            }
        }
        Integer[] rows = new Integer[table.rows()];
        Arrays.setAll(rows, row -> row);
        Comparator<Integer> order = (one, other) -> 0;
        for (Map.Entry<String, Object> key : keys.entrySet()) {
            Object[] cells = Cells.column(table, options.column(table, key.getKey()));
            boolean ascending = !Boolean.FALSE.equals(key.getValue());
            order = order.thenComparing((one, other) -> compare(cells[one], cells[other], ascending));
        }
        Arrays.sort(rows, order);
        Cells sorted = new Cells(rows.length);
        for (int column = 0; column < table.columns().size(); column++) {
            Object[] cells = Cells.column(table, column);
            sorted.add(
                    table.columns().get(column),
                    Arrays.stream(rows).map(row -> cells[row]).toArray());
        }
        return sorted.table();
    }

    /** {@code metric}, {@code group_by}: adds the column rank, as a share of the rows of the group from 0 to 1. */
    static Table rank(Table table, Options options) {
        int metric = options.column(table, options.text("metric", ""));
        Object[] ranks = new Object[table.rows()];
        int[] by = Groups.columns(table, options, options.names("group_by"));
        for (List<Integer> rows : Groups.by(table, by).values()) {
            for (int row : rows) {
                Object own = table.value(row, metric);
                long below = rows.stream()
                        .filter(other -> compare(table.value(other, metric), own) < 0)
                        .count();
                long same = rows.stream()
                        .filter(other -> compare(table.value(other, metric), own) == 0)
                        .count();
                ranks[row] = own == null ? null : (Object) ((below + (same + 1) / 2.0) / rows.size());
            }
        }
        return Cells.of(table)
                .put(new Column("rank", ColumnType.DECIMAL), ranks)
                .table();
    }

    static int compare(Object one, Object other) {
        return compare(one, other, true);
    }

    private static int compare(Object one, Object other, boolean ascending) {
        if (one == null || other == null) {
            return one == other ? 0 : one == null ? 1 : -1;
        }
        int order = natural(one, other);
        return ascending ? order : -order;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int natural(Object one, Object other) {
        if (one instanceof Long a && other instanceof Long b) {
            return Long.compare(a, b);
        }
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b);
        }
        if (one instanceof Number a && other instanceof Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        return one.getClass() == other.getClass() && one instanceof Comparable comparable
                ? comparable.compareTo(other)
                : one.toString().compareTo(other.toString());
    }
}
