package dev.karavel.query.post;

import dev.karavel.spi.data.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code groupby}, {@code metrics}, {@code whisker_type} (tukey, min/max or percentile with two {@code percentiles}): per
 * group and metric {@code __mean}, {@code __median}, {@code __max}, {@code __min}, {@code __q1}, {@code __q3}, {@code __count}
 * (with missing values) and {@code __outliers}, those above the whiskers before those below. Quartiles that fall between two
 * values are their middle.
 */
final class Boxplot {
    private static final double REACH = 1.5;
    private static final List<String> PARTS = List.of("mean", "median", "max", "min", "q1", "q3", "count", "outliers");

    /** One group's numbers in their order and sorted. */
    private record Box(double[] numbers, double[] sorted, double low, double high, int count) {
        Object part(String name) {
            return switch (name) {
                case "mean" -> numbers.length == 0 ? null : Series.boxed(Sample.mean(numbers));
                case "median" -> quantile(0.5);
                case "max" -> Series.boxed(high);
                case "min" -> Series.boxed(low);
                case "q1" -> quantile(0.25);
                case "q3" -> quantile(0.75);
                case "count" -> (long) count;
                default ->
                    Stream.concat(
                                    Arrays.stream(numbers).boxed().filter(number -> number > high),
                                    Arrays.stream(numbers).boxed().filter(number -> number < low))
                            .toList();
            };
        }

        private Object quantile(double share) {
            return Series.boxed(Quantile.MIDPOINT.of(sorted, sorted.length, share));
        }
    }

    private Boxplot() {}

    static Step read(Options options) {
        options.known("groupby", "metrics", "whisker_type", "percentiles");
        List<String> groupby = options.names("groupby");
        List<String> metrics = options.names("metrics");
        String type = options.choice("whisker_type", "tukey", "tukey", "min/max", "percentile");
        double[] percentiles = type.equals("percentile") ? percentiles(options) : new double[0];
        if (metrics.isEmpty()) {
            throw options.wrong("metrics", "at least one is needed");
        }
        return frame -> {
            if (frame.rows() == 0) {
                return frame;
            }
            List<Series> by = frame.singles(groupby, options, "groupby");
            Map<List<Object>, int[]> groups = Groups.sorted(by, frame.rows());
            List<List<Box>> boxes = new ArrayList<>();
            for (String metric : metrics) {
                Series source = frame.single(metric, options, "metrics");
                boxes.add(groups.values().stream()
                        .map(rows -> box(source.rows(rows), type, percentiles))
                        .toList());
            }
            List<Series> columns = new ArrayList<>(Groups.keys(by, List.copyOf(groups.keySet())));
            for (String part : PARTS) {
                for (int i = 0; i < metrics.size(); i++) {
                    columns.add(Series.of(
                            metrics.get(i) + "__" + part,
                            type(part),
                            boxes.get(i).stream().map(box -> box.part(part)).toArray()));
                }
            }
            return Frame.plain(columns, groups.size());
        };
    }

    private static ColumnType type(String part) {
        return switch (part) {
            case "count" -> ColumnType.INTEGER;
            case "outliers" -> ColumnType.TEXT;
            default -> ColumnType.DECIMAL;
        };
    }

    private static double[] percentiles(Options options) {
        List<?> given = options.values("percentiles");
        if (given.size() == 2
                && given.get(0) instanceof Number low
                && given.get(1) instanceof Number high
                && low.doubleValue() >= 0
                && low.doubleValue() < high.doubleValue()
                && high.doubleValue() <= 100) {
            return new double[] {low.doubleValue() / 100, high.doubleValue() / 100};
        }
        throw options.wrong("percentiles", "has to be two numbers from 0 to 100, the lower one first, not " + given);
    }

    /** Texts that are numbers count as such, as from a driver that has its decimals as texts; others are missing. */
    private static Box box(Series group, String type, double[] percentiles) {
        double[] numbers = Arrays.stream(group.values())
                .mapToDouble(value -> value instanceof String text && text.matches("\\s*[-+]?\\d+(\\.\\d*)?\\s*")
                        ? Double.parseDouble(text)
                        : Series.number(value))
                .filter(number -> !Double.isNaN(number))
                .toArray();
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int count = group.values().length;
        if (sorted.length == 0) {
            return new Box(numbers, sorted, Double.NaN, Double.NaN, count);
        }
        if (type.equals("percentile")) {
            return new Box(
                    numbers,
                    sorted,
                    Quantile.LINEAR.of(sorted, sorted.length, percentiles[0]),
                    Quantile.LINEAR.of(sorted, sorted.length, percentiles[1]),
                    count);
        }
        double lower = Quantile.MIDPOINT.of(sorted, sorted.length, 0.25);
        double upper = Quantile.MIDPOINT.of(sorted, sorted.length, 0.75);
        double reach = type.equals("tukey") ? REACH * (upper - lower) : Double.POSITIVE_INFINITY;
        return new Box(
                numbers,
                sorted,
                Arrays.stream(sorted)
                        .filter(number -> number >= lower - reach)
                        .min()
                        .orElse(Double.NaN),
                Arrays.stream(sorted)
                        .filter(number -> number <= upper + reach)
                        .max()
                        .orElse(Double.NaN),
                count);
    }
}
