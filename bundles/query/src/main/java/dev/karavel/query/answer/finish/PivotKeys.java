package dev.karavel.query.answer.finish;

import dev.karavel.spi.data.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** The groups of one side of a pivot table, in order; empty values first. */
final class PivotKeys {
    static final Comparator<List<Object>> ORDER = PivotKeys::compare;

    private PivotKeys() {}

    static List<List<Object>> distinct(Table table, List<Integer> columns) {
        TreeSet<List<Object>> keys = new TreeSet<>(ORDER);
        for (int row = 0; row < table.rows(); row++) {
            keys.add(of(table, row, columns));
        }
        return List.copyOf(keys);
    }

    static List<Object> of(Table table, int row, List<Integer> columns) {
        List<Object> key = new ArrayList<>(columns.size());
        columns.forEach(column -> key.add(table.value(row, column)));
        return java.util.Collections.unmodifiableList(key);
    }

    private static int compare(List<Object> one, List<Object> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = compareValues(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @SuppressWarnings("unchecked")
    private static int compareValues(Object one, Object other) {
        if (one == null || other == null) {
            return Objects.equals(one, other) ? 0 : one == null ? -1 : 1;
        }
        if (one instanceof Number first && other instanceof Number second) {
            return Double.compare(first.doubleValue(), second.doubleValue());
        }
        return one instanceof Comparable && one.getClass() == other.getClass()
                ? ((Comparable<Object>) one).compareTo(other)
                : one.toString().compareTo(other.toString());
    }
}
