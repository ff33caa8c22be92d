package dev.karavel.query.post;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code by} and {@code ascending} (one for all or one for each), {@code is_sort_index}, or as it once was {@code columns
 * {name: ascending}}. Stable; nulls come last either way.
 */
final class Sorting {
    private Sorting() {}

    static Step read(Options options) {
        options.known("by", "ascending", "is_sort_index", "columns");
        Map<String, Boolean> keys = new LinkedHashMap<>();
        options.map("columns").forEach((name, ascending) -> keys.put(name, !Boolean.FALSE.equals(ascending)));
        List<Boolean> directions = directions(options);
        List<String> by = options.names("by");
        boolean first = directions.isEmpty() || directions.get(0);
        if (directions.size() > 1 && directions.size() != by.size()) {
            throw options.wrong("ascending", "has to have as many entries as by, or to be one for all");
        }
        for (int i = 0; i < by.size(); i++) {
            keys.put(by.get(i), directions.size() > 1 ? directions.get(i) : first);
        }
        boolean byIndex = options.flag("is_sort_index", false);
        return frame -> {
            if (frame.rows() == 0) {
                return frame;
            }
            List<Comparator<Integer>> orders = new ArrayList<>();
            for (Series series : byIndex ? frame.index() : List.<Series>of()) {
                orders.add(Values.rows(series, first));
            }
            for (Map.Entry<String, Boolean> key : keys.entrySet()) {
                String option = by.contains(key.getKey()) ? "by" : "columns";
                orders.add(Values.rows(frame.single(key.getKey(), options, option), key.getValue()));
            }
            Integer[] rows = new Integer[frame.rows()];
            Arrays.setAll(rows, row -> row);
            Arrays.sort(rows, orders.stream().reduce(Comparator::thenComparing).orElse((one, other) -> 0));
            return frame.rows(Arrays.stream(rows).mapToInt(Integer::intValue).toArray());
        };
    }

    private static List<Boolean> directions(Options options) {
        return options.values("ascending").stream()
                .map(each -> {
                    if (each instanceof Boolean ascending) {
                        return ascending;
                    }
                    throw options.wrong("ascending", "has to be true or false, not " + each);
                })
                .toList();
    }
}
