package dev.karavel.query.post;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code orientation}, {@code columns}, {@code rename_columns}, {@code contribution_totals}, {@code time_shifts}: each number
 * as a share of its column's sum (or of the total that is given for it) or of its row's; in rows each time shift has a sum of
 * its own. As in Superset a missing number is a share of 0 in a column, and none in a row.
 */
final class Contribution {
    private static final String MARK = "__";

    private Contribution() {}

    static Step read(Options options) {
        options.known("orientation", "columns", "rename_columns", "contribution_totals", "time_shifts");
        boolean byRow = options.choice("orientation", "column", "row", "column").equals("row");
        List<String> names = options.names("columns");
        List<String> renamed = options.names("rename_columns");
        List<String> shifts = options.names("time_shifts");
        Map<String, Double> totals = totals(options);
        return frame -> {
            List<Series> columns = columns(frame, names, options);
            if (!renamed.isEmpty() && renamed.size() != columns.size() && frame.rows() > 0) {
                throw options.wrong("rename_columns", "has to have a name for each of " + columns.size() + " columns");
            }
            double[][] numbers = columns.stream().map(Series::numbers).toArray(double[][]::new);
            Map<Optional<String>, double[]> sums = byRow ? rowSums(columns, shifts, frame.rows()) : Map.of();
            List<Series> shares = new ArrayList<>();
            for (int i = 0; i < numbers.length; i++) {
                Series column = columns.get(i);
                double[] share = byRow
                        ? shares(numbers[i], sums.get(shift(column, shifts)))
                        : shares(numbers[i], totals, column.label());
                shares.add(Series.of(renamed.isEmpty() ? column.key() : column.keyUnder(renamed.get(i)), share));
            }
            return frame.put(shares);
        };
    }

    private static Map<String, Double> totals(Options options) {
        Map<String, Double> totals = new LinkedHashMap<>();
        options.map("contribution_totals").forEach((name, total) -> {
            if (total != null && !(total instanceof Number)) {
                throw options.wrong("contribution_totals", "\"" + name + "\" has to be a number, not " + total);
            }
            totals.put(name, total == null ? 0 : ((Number) total).doubleValue());
        });
        return totals;
    }

    private static List<Series> columns(Frame frame, List<String> names, Options options) {
        if (names.isEmpty()) {
            return frame.columns().stream().filter(Series::isNumeric).toList();
        }
        List<Series> columns = frame.matching(names, options, "columns");
        columns.stream().filter(column -> !column.isNumeric()).findFirst().ifPresent(column -> {
            throw options.wrong("columns", "\"" + column.name() + "\" has no numbers");
        });
        return columns;
    }

    private static Optional<String> shift(Series column, List<String> shifts) {
        return shifts.stream()
                .filter(shift -> column.label() != null && column.label().endsWith(MARK + shift))
                .findFirst();
    }

    private static Map<Optional<String>, double[]> rowSums(List<Series> columns, List<String> shifts, int rows) {
        Map<Optional<String>, double[]> sums = new LinkedHashMap<>();
        for (Series column : columns) {
            double[] sum = sums.computeIfAbsent(shift(column, shifts), shift -> new double[rows]);
            double[] numbers = column.numbers();
            for (int row = 0; row < rows; row++) {
                sum[row] += Double.isNaN(numbers[row]) ? 0 : numbers[row];
            }
        }
        return sums;
    }

    private static double[] shares(double[] numbers, double[] sums) {
        double[] shares = new double[numbers.length];
        Arrays.setAll(shares, row -> numbers[row] / sums[row]);
        return shares;
    }

    private static double[] shares(double[] numbers, Map<String, Double> totals, String label) {
        double[] present = Arrays.stream(numbers)
                .map(number -> Double.isNaN(number) ? 0 : number)
                .toArray();
        double sum = totals.isEmpty() ? Sample.sum(present) : totals.getOrDefault(label, 0.0);
        boolean none = !totals.isEmpty() && sum == 0;
        return Arrays.stream(present).map(number -> none ? 0 : number / sum).toArray();
    }
}
