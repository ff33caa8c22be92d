package dev.karavel.query.post;

import dev.karavel.spi.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a table that agree in some columns, in the order they first appear. */
final class Groups {
    private Groups() {}

    static Map<List<Object>, List<Integer>> by(Table table, int[] columns) {
        Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            groups.computeIfAbsent(key(table, row, columns), key -> new ArrayList<>())
                    .add(row);
        }
        return groups;
    }

    static List<Object> key(Table table, int row, int[] columns) {
        Object[] key = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            key[i] = table.value(row, columns[i]);
        }
        return Arrays.asList(key);
    }

    static int[] columns(Table table, Options options, List<String> names) {
        return names.stream().mapToInt(name -> options.column(table, name)).toArray();
    }

    static List<Object> cells(Table table, int column, List<Integer> rows) {
        List<Object> cells = new ArrayList<>(rows.size());
        rows.forEach(row -> cells.add(table.value(row, column)));
        return cells;
    }
}
