package dev.karavel.query.post;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@code rolling_type}, {@code rolling_type_options}, {@code window}, {@code min_periods}, {@code center}, {@code win_type},
 * {@code columns} as pandas.DataFrame.rolling has them. Rows that cannot have {@code min_periods} before them are dropped when
 * it is given.
 */
final class Rolling {
    private static final int WIDEST = 10_000;
    private static final long MOST_READS = 500_000_000;
    private static final String[] TYPES = {
        "count", "kurt", "max", "mean", "median", "min", "quantile", "skew", "std", "sum", "var"
    };

    private Rolling() {}

    static Step read(Options options) {
        options.known(
                "rolling_type",
                "rolling_type_options",
                "window",
                "min_periods",
                "center",
                "win_type",
                "columns",
                "is_pivot_df");
        String type = options.choice("rolling_type", "mean", TYPES);
        if (!options.has("window")) {
            throw options.wrong("window", "has to be a whole number from 1 to " + WIDEST);
        }
        int window = options.whole("window", 0, 1, WIDEST);
        int enough = options.whole("min_periods", window, 0, window);
        int dropped = options.has("min_periods") ? Math.max(0, enough - 1) : 0;
        int ahead = options.flag("center", false) ? (window - 1) / 2 : 0;
        Targets targets = Targets.read(options);
        Optional<String> shape = options.text("win_type");
        UnaryOperator<double[]> roll = shape.isPresent()
                ? Weighted.read(options, type, shape.get(), window).roll(ahead, enough)
                : plain(Window.read(options, type), window, ahead, enough);
        UnaryOperator<double[]> counted = numbers -> roll.apply(type.equals("count") ? present(numbers) : numbers);
        return frame -> {
            long reads = (long) frame.rows() * Math.min(window, frame.rows());
            if (reads * targets.sources(frame).size() > MOST_READS) {
                throw options.wrong(
                        "window", "is too wide for so many rows: " + MOST_READS + " values are read at most");
            }
            Frame rolled = targets.each(frame, counted);
            int[] kept = Cube.everyRow(rolled.rows());
            return dropped == 0
                    ? rolled
                    : rolled.rows(Arrays.copyOfRange(kept, Math.min(dropped, kept.length), kept.length));
        };
    }

    /** A place without a value is still a place when those with one are counted. */
    private static double[] present(double[] numbers) {
        return Arrays.stream(numbers)
                .map(number -> Double.isNaN(number) ? 0 : 1)
                .toArray();
    }

    private static UnaryOperator<double[]> plain(Window window, int width, int ahead, int enough) {
        return numbers -> {
            double[] result = new double[numbers.length];
            double[] present = new double[width];
            for (int i = 0; i < numbers.length; i++) {
                int count = 0;
                int to = Math.min(numbers.length, i + ahead + 1);
                for (int k = Math.max(0, i + ahead - width + 1); k < to; k++) {
                    if (!Double.isNaN(numbers[k])) {
                        present[count++] = numbers[k];
                    }
                }
                result[i] =
                        count < enough ? Double.NaN : window.function().applyAsDouble(Arrays.copyOf(present, count));
            }
            return result;
        };
    }
}
