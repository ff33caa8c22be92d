package dev.karavel.query.post;

import dev.karavel.spi.data.ColumnType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * {@code column}, {@code bins}, {@code groupby}, {@code cumulative}, {@code normalize}: how many values lie in each of that
 * many equal parts of the range, per group; numpy.histogram. A part has its lower end, the last one both ends; its name is
 * {@code "low - high"}.
 */
final class Histogram {
    private static final int MOST_BINS = 1_000;
    private static final int MOST_CELLS = 5_000_000;

    private Histogram() {}

    static Step read(Options options) {
        options.known("column", "bins", "groupby", "cumulative", "normalize");
        String column = options.needed("column");
        int bins = options.whole("bins", 5, 1, MOST_BINS);
        List<String> groupby = options.names("groupby");
        boolean cumulative = options.flag("cumulative", false);
        boolean normalize = options.flag("normalize", false);
        return frame -> {
            if (frame.rows() == 0) {
                return frame;
            }
            Series source = frame.single(column, options, "column");
            int[] present = IntStream.range(0, frame.rows())
                    .filter(row -> !Series.isMissing(source.values()[row]))
                    .toArray();
            Frame left = frame.flat().rows(present);
            if (present.length == 0) {
                return left;
            }
            double[] numbers = numbers(source.rows(present), options);
            double[] edges = edges(numbers, bins);
            List<Series> by = left.singles(groupby, options, "groupby");
            Map<List<Object>, int[]> groups = Groups.sorted(by, left.rows());
            if ((long) groups.size() * bins > MOST_CELLS) {
                throw options.wrong("groupby", "makes " + groups.size() + " groups, too many for " + bins + " bins");
            }
            double[][] counts = groups.values().stream()
                    .map(rows -> counts(rows, numbers, edges, cumulative))
                    .toArray(double[][]::new);
            List<Series> columns = new ArrayList<>(Groups.keys(by, List.copyOf(groups.keySet())));
            columns.addAll(columns(counts, edges, normalize));
            return Frame.plain(columns, counts.length);
        };
    }

    private static double[] numbers(Series source, Options options) {
        double[] numbers = new double[source.values().length];
        for (int row = 0; row < numbers.length; row++) {
            Object value = source.values()[row];
            try {
                numbers[row] = value instanceof String text ? Double.parseDouble(text.trim()) : Series.number(value);
            } catch (NumberFormatException e) {
                numbers[row] = Double.NaN;
            }
            if (!Double.isFinite(numbers[row])) {
                throw options.wrong("column", "\"" + source.name() + "\" has values that are no numbers");
            }
        }
        return numbers;
    }

    /** numpy.linspace from the least to the greatest, half a unit around them if they are the same. */
    private static double[] edges(double[] numbers, int bins) {
        double least = Arrays.stream(numbers).min().orElse(0);
        double most = Arrays.stream(numbers).max().orElse(0);
        double from = least == most ? least - 0.5 : least;
        double to = least == most ? most + 0.5 : most;
        double[] edges = new double[bins + 1];
        double step = (to - from) / bins;
        Arrays.setAll(edges, i -> i == bins ? to : i * step + from);
        return edges;
    }

    private static double[] counts(int[] rows, double[] numbers, double[] edges, boolean cumulative) {
        double[] counts = new double[edges.length - 1];
        for (int row : rows) {
            int found = Arrays.binarySearch(edges, numbers[row]);
            int bin = found >= 0 ? found : -found - 2;
            counts[Math.max(0, Math.min(bin, counts.length - 1))]++;
        }
        for (int bin = 1; cumulative && bin < counts.length; bin++) {
            counts[bin] += counts[bin - 1];
        }
        return counts;
    }

    private static List<Series> columns(double[][] counts, double[] edges, boolean normalize) {
        double sum = Arrays.stream(counts).flatMapToDouble(Arrays::stream).sum();
        List<Series> columns = new ArrayList<>();
        for (int bin = 0; bin + 1 < edges.length; bin++) {
            int current = bin;
            Object[] values = Arrays.stream(counts)
                    .map(each -> normalize ? (Object) (each[current] / sum) : (Object) (long) each[current])
                    .toArray();
            columns.add(Series.of(
                    text(edges[bin]) + " - " + text(edges[bin + 1]),
                    normalize ? ColumnType.DECIMAL : ColumnType.INTEGER,
                    values));
        }
        return columns;
    }

    /** The shortest text that is this number, as Python writes it. */
    static String text(double number) {
        BigDecimal exact = new BigDecimal(number);
        BigDecimal shortest = exact;
        for (int digits = 1; digits <= 17; digits++) {
            shortest = exact.round(new MathContext(digits));
            if (shortest.doubleValue() == number) {
                break;
            }
        }
        int exponent = shortest.signum() == 0 ? 0 : shortest.precision() - shortest.scale() - 1;
        BigDecimal plain = shortest.signum() == 0 ? BigDecimal.ZERO : shortest.stripTrailingZeros();
        if (exponent >= 16 || exponent < -4) {
            BigDecimal mantissa = plain.movePointLeft(exponent).stripTrailingZeros();
            return mantissa.toPlainString() + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "")
                    + Math.abs(exponent);
        }
        return (plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString();
    }
}
