package dev.karavel.query.post;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a table laid out over the values of some columns downwards and of others across, each in their order. */
final class Cube {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final List<List<Object>> down;
    private final List<List<Object>> across;
    private final int[][][] cells;

    /** Refuses what would be too much, before there is any of it. */
    interface Bound {
        Bound NONE = (columns, rows) -> {};

        void check(int columns, int rows);
    }

    /** @param rows those of the table that count */
    Cube(List<Series> down, List<Series> across, int[] rows, Bound bound) {
        Map<List<Object>, Integer> downPlaces = new HashMap<>();
        Map<List<Object>, Integer> acrossPlaces = new HashMap<>();
        this.down = places(down, rows, downPlaces);
        this.across = places(across, rows, acrossPlaces);
        bound.check(this.across.size(), this.down.size());
        cells = new int[this.across.size()][this.down.size()][];
        int[][] counts = new int[this.across.size()][this.down.size()];
        int[] column = new int[rows.length];
        int[] line = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            column[i] = acrossPlaces.get(Groups.key(across, rows[i]));
            line[i] = downPlaces.get(Groups.key(down, rows[i]));
            counts[column[i]][line[i]]++;
        }
        for (int i = 0; i < rows.length; i++) {
            int[][] target = cells[column[i]];
            if (target[line[i]] == null) {
                target[line[i]] = new int[counts[column[i]][line[i]]];
            }
            target[line[i]][target[line[i]].length - counts[column[i]][line[i]]--] = rows[i];
        }
    }

    private static List<List<Object>> places(List<Series> by, int[] rows, Map<List<Object>, Integer> places) {
        List<List<Object>> keys = new ArrayList<>();
        for (int row : rows) {
            List<Object> key = Groups.key(by, row);
            if (places.putIfAbsent(key, 0) == null) {
                keys.add(key);
            }
        }
        keys.sort(Groups.ORDER);
        for (int i = 0; i < keys.size(); i++) {
            places.put(keys.get(i), i);
        }
        return keys;
    }

    List<List<Object>> down() {
        return down;
    }

    List<List<Object>> across() {
        return across;
    }

    /** One column per combination across. */
    List<Series> columns(String label, Series source, Aggregates aggregate, Options options) {
        List<Series> columns = new ArrayList<>();
        for (int column = 0; column < across.size(); column++) {
            Object[] values = new Object[down.size()];
            for (int row = 0; row < values.length; row++) {
                int[] members = cells[column][row];
                values[row] = members == null ? null : aggregate.of(source, members, options);
            }
            List<String> key = new ArrayList<>(List.of(label));
            across.get(column).forEach(part -> key.add(text(part)));
            columns.add(Series.computed(key, aggregate.type(source), values));
        }
        return columns;
    }

    /** A value in a column's name, as Python writes it. */
    static String text(Object value) {
        if (value instanceof LocalDateTime moment) {
            return MOMENT.format(moment);
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (value instanceof Double number) {
            return Histogram.text(number);
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
    }

    static int[] everyRow(int rows) {
        int[] all = new int[rows];
        Arrays.setAll(all, row -> row);
        return all;
    }
}
