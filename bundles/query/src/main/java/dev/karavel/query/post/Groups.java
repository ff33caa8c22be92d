package dev.karavel.query.post;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that agree in some columns. */
public final class Groups {
    /** Keys part by part in their natural order, missing parts last. */
    static final Comparator<List<Object>> ORDER = (one, other) -> {
        for (int i = 0; i < one.size(); i++) {
            int order = Values.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private Groups() {}

    /** In the order of their keys. */
    public static Map<List<Object>, int[]> sorted(List<Series> by, int rows) {
        Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < rows; row++) {
            groups.computeIfAbsent(key(by, row), key -> new ArrayList<>()).add(row);
        }
        Map<List<Object>, int[]> sorted = new LinkedHashMap<>();
        groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(ORDER))
                .forEach(group -> sorted.put(
                        group.getKey(),
                        group.getValue().stream().mapToInt(Integer::intValue).toArray()));
        return sorted;
    }

    static List<Object> key(List<Series> by, int row) {
        Object[] key = new Object[by.size()];
        for (int i = 0; i < key.length; i++) {
            key[i] = by.get(i).values()[row];
        }
        return Arrays.asList(key);
    }

    /** The columns of the groups' keys. */
    public static List<Series> keys(List<Series> by, List<List<Object>> keys) {
        List<Series> columns = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            Object[] values = new Object[keys.size()];
            for (int group = 0; group < values.length; group++) {
                values[group] = keys.get(group).get(i);
            }
            columns.add(Series.of(by.get(i).name(), by.get(i).type(), values));
        }
        return columns;
    }
}
