package dev.karavel.query.post;

import dev.karavel.spi.data.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code source_columns}, {@code compare_columns}, {@code compare_type}, {@code drop_original_columns}, {@code precision}: the
 * difference, percentage or ratio of each pair; the last two rounded.
 */
final class Comparison {
    private static final int DIGITS = 15;
    /** The older word means the same. */
    private static final Set<String> DIFFERENCES = Set.of("difference", "absolute");

    private Comparison() {}

    static Step read(Options options) {
        options.known("source_columns", "compare_columns", "compare_type", "drop_original_columns", "precision");
        List<String> sources = options.names("source_columns");
        List<String> others = options.names("compare_columns");
        String type = options.choice("compare_type", "difference", "difference", "absolute", "percentage", "ratio");
        boolean drop = options.flag("drop_original_columns", false);
        double scale = Math.pow(10, options.whole("precision", 4, 0, DIGITS));
        if (sources.size() != others.size()) {
            throw options.wrong("compare_columns", "has to be as long as source_columns");
        }
        return frame -> {
            List<Series> result = new ArrayList<>(frame.columns());
            Set<Series> originals = new LinkedHashSet<>();
            for (int pair = 0; pair < sources.size(); pair++) {
                List<Series> source = frame.matching(sources.get(pair), options, "source_columns");
                List<Series> other = frame.matching(others.get(pair), options, "compare_columns");
                String label = type + "__" + sources.get(pair) + "__" + others.get(pair);
                for (List<String> value : values(source, other)) {
                    List<String> key = new ArrayList<>(value);
                    key.add(0, label);
                    result.add(compared(key, type, scale, of(source, value), of(other, value), frame.rows()));
                }
                originals.addAll(source);
                originals.addAll(other);
            }
            if (drop) {
                result.removeIf(column -> originals.stream().anyMatch(original -> original == column));
            }
            return frame.with(result);
        };
    }

    /** What follows the metric in the columns' names. */
    private static Set<List<String>> values(List<Series> source, List<Series> other) {
        Set<List<String>> values = new LinkedHashSet<>();
        source.forEach(series -> values.add(rest(series)));
        other.forEach(series -> values.add(rest(series)));
        return values;
    }

    private static List<String> rest(Series series) {
        return series.key().subList(1, series.key().size());
    }

    private static Optional<Series> of(List<Series> columns, List<String> value) {
        return columns.stream().filter(column -> rest(column).equals(value)).findFirst();
    }

    private static Series compared(
            List<String> key, String type, double scale, Optional<Series> source, Optional<Series> other, int rows) {
        if (source.isEmpty() || other.isEmpty()) {
            return new Series(key, ColumnType.DECIMAL, new Object[rows]);
        }
        Object[] one = source.get().values();
        Object[] two = other.get().values();
        Object[] compared = new Object[rows];
        for (int row = 0; row < rows; row++) {
            compared[row] = compared(type, scale, one[row], two[row]);
        }
        return Series.computed(key, ColumnType.DECIMAL, compared);
    }

    private static Object compared(String type, double scale, Object one, Object two) {
        if (DIFFERENCES.contains(type) && one instanceof Long a && two instanceof Long b) {
            return Series.exactSum(a, b == Long.MIN_VALUE ? (Object) (-(double) b) : (Object) (-b));
        }
        double source = Series.number(one);
        double other = Series.number(two);
        return Series.boxed(
                switch (type) {
                    case "percentage" -> Math.rint((source - other) / other * scale) / scale;
                    case "ratio" -> Math.rint(source / other * scale) / scale;
                    default -> source - other;
                });
    }
}
