package dev.karavel.sql.run;

import dev.karavel.api.sql.SqlText;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns from statements of their own. Percentiles for warehouses that have none are interpolated between the two nearest
 * numbers, as PERCENTILE_CONT of SQL:2003 is: the fraction p of n sorted numbers is at place p * (n - 1).
 */
final class LaterColumns {
    /** A column that is there only so that a statement has one. */
    private static final String FILLER = "__rows";

    private LaterColumns() {}

    /** The table with one more column, whose rows are found by their keys. */
    static Table add(Table table, Table numbers, SqlText.Later asked) {
        Map<List<Object>, Object> found = asked.percentile().isPresent()
                ? percentiles(numbers, asked.keys(), asked.percentile().get())
                : numbers(numbers, asked.keys());
        Object[] values = new Object[table.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = found.get(key(table, row, asked.keys()));
        }
        int width = table.columns().size();
        int position = Math.min(asked.position(), width);
        List<Column> columns = new ArrayList<>(table.columns());
        ColumnType type = asked.percentile().isPresent()
                ? ColumnType.DECIMAL
                : numbers.columns().get(asked.keys()).type();
        columns.add(position, new Column(asked.label(), type));
        Object[][] all = new Object[width + 1][];
        for (int i = 0; i <= width; i++) {
            all[i] = i == position ? values : column(table, i < position ? i : i - 1);
        }
        return new Table(columns, all, table.rows());
    }

    static Table withoutFiller(Table table) {
        int filler = table.indexOf(FILLER);
        if (filler < 0) {
            return table;
        }
        List<Column> columns = new ArrayList<>(table.columns());
        columns.remove(filler);
        Object[][] all = new Object[columns.size()][];
        for (int i = 0; i < all.length; i++) {
            all[i] = column(table, i < filler ? i : i + 1);
        }
        return new Table(columns, all, table.rows());
    }

    private static Object[] column(Table table, int position) {
        Object[] values = new Object[table.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = table.value(row, position);
        }
        return values;
    }

    private static Map<List<Object>, Object> numbers(Table numbers, int keys) {
        Map<List<Object>, Object> found = new HashMap<>();
        for (int row = 0; row < numbers.rows(); row++) {
            found.put(key(numbers, row, keys), numbers.value(row, keys));
        }
        return found;
    }

    private static Map<List<Object>, Object> percentiles(Table numbers, int keys, double fraction) {
        Map<List<Object>, List<Integer>> rows = new HashMap<>();
        for (int row = 0; row < numbers.rows(); row++) {
            rows.computeIfAbsent(key(numbers, row, keys), key -> new ArrayList<>())
                    .add(row);
        }
        Map<List<Object>, Object> found = new HashMap<>();
        rows.forEach((key, members) -> {
            double[] sorted = members.stream()
                    .mapToDouble(row -> ((Number) numbers.value(row, keys)).doubleValue())
                    .toArray();
            Arrays.sort(sorted);
            found.put(key, of(sorted, fraction));
        });
        return found;
    }

    private static List<Object> key(Table table, int row, int keys) {
        List<Object> key = new ArrayList<>(keys);
        for (int column = 0; column < keys; column++) {
            Object value = table.value(row, column);
            key.add(value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value);
        }
        return key;
    }

    private static double of(double[] sorted, double fraction) {
        double place = fraction * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }
}
