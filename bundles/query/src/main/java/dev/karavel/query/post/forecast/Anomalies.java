package dev.karavel.query.post.forecast;

import dev.karavel.query.post.Frame;
import dev.karavel.query.post.Options;
import dev.karavel.query.post.Series;
import dev.karavel.query.post.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The operation anomaly_detection: {@code method}, {@code rolling_window}, {@code sensitivity}, {@code index},
 * {@code confidence_interval} and the switches of seasons. Every series of numbers gets a column {@code __anomaly} with its
 * value where that is far off, else null: further from the mean of a window around it than that many standard deviations
 * (zscore), from the median than that many of 1.4826 median absolute deviations (mad; B. Iglewicz and D. Hoaglin 1993), or
 * outside the interval of what {@link Smoothing} expects there (prophet).
 */
public final class Anomalies {
    private static final int WIDEST = 10_000;
    private static final long MOST_READS = 200_000_000;
    /** Makes a median absolute deviation one standard deviation of normally distributed values. */
    private static final double CONSISTENT = 1.4826;

    private static final String MARK = "__anomaly";

    private final Options options;
    private final String method;
    private final int window;
    private final double sensitivity;
    private final double reach;
    private final Seasons seasons;

    private Anomalies(Options options) {
        this.options = options;
        method = options.choice("method", "zscore", "zscore", "mad", "prophet");
        window = options.whole("rolling_window", 14, 3, WIDEST);
        sensitivity = options.number("sensitivity", 3);
        reach = Prophecy.reach(options);
        seasons = Seasons.read(options);
        if (sensitivity <= 0) {
            throw options.wrong("sensitivity", "has to be above 0, not " + sensitivity);
        }
    }

    public static Step read(Options options) {
        options.known(
                "method",
                "rolling_window",
                "sensitivity",
                "index",
                "confidence_interval",
                "yearly_seasonality",
                "weekly_seasonality",
                "daily_seasonality",
                "monthly_seasonality");
        Anomalies anomalies = new Anomalies(options);
        Optional<String> index = options.text("index");
        return frame -> frame.rows() == 0 ? frame : anomalies.apply(frame.flat(), index);
    }

    private Frame apply(Frame frame, Optional<String> index) {
        Timeline timeline = Timeline.of(frame, index, options);
        if (frame.columns().size() < 2) {
            throw options.wrong("needs at least one series");
        }
        if ((long) frame.rows()
                        * Math.min(window, frame.rows())
                        * frame.columns().size()
                > MOST_READS) {
            throw options.wrong("rolling_window", "is too wide for so many rows");
        }
        List<Series> found = new ArrayList<>();
        List<String> names = frame.columns().stream().map(Series::name).toList();
        for (Series series : frame.columns()) {
            if (series != timeline.time() && takesPart(series, names)) {
                if (names.contains(series.name() + MARK)) {
                    throw options.wrong("there is a column \"" + series.name() + MARK + "\" already");
                }
                boolean[] off = method.equals("prophet") ? unexpected(series, timeline) : far(series.numbers());
                Object[] values = new Object[off.length];
                Arrays.setAll(values, row -> off[row] ? series.values()[row] : null);
                found.add(Series.of(series.name() + MARK, series.type(), values));
            }
        }
        return frame.put(found);
    }

    /** No bounds of a forecast, and where there is a forecast no series that lacks values, as it does in the future. */
    private static boolean takesPart(Series series, List<String> names) {
        boolean bound = series.name().endsWith("__yhat_lower") || series.name().endsWith("__yhat_upper");
        double[] numbers = series.numbers();
        long present =
                Arrays.stream(numbers).filter(number -> !Double.isNaN(number)).count();
        boolean forecast = names.contains(series.name() + "__yhat");
        return !bound && series.isNumeric() && (forecast ? present == numbers.length : present > 0);
    }

    /** As a centred window of pandas a window that is not whole, or has a gap, judges nothing. */
    private boolean[] far(double[] numbers) {
        boolean[] far = new boolean[numbers.length];
        int ahead = (window - 1) / 2;
        for (int i = 0; i < far.length; i++) {
            int from = i + ahead - window + 1;
            if (from >= 0 && from + window <= numbers.length) {
                far[i] = far(numbers[i], Arrays.copyOfRange(numbers, from, from + window));
            }
        }
        return far;
    }

    private boolean far(double number, double[] around) {
        if (Arrays.stream(around).anyMatch(Double::isNaN)) {
            return false;
        }
        if (method.equals("mad")) {
            double middle = median(around);
            double deviation = CONSISTENT
                    * median(Arrays.stream(around)
                            .map(each -> Math.abs(each - middle))
                            .toArray());
            return deviation > 0 && Math.abs(number - middle) / deviation > sensitivity;
        }
        double mean = Arrays.stream(around).sum() / around.length;
        double squares =
                Arrays.stream(around).map(each -> (each - mean) * (each - mean)).sum();
        double deviation = Math.sqrt(squares / (around.length - 1));
        return deviation > 0 && Math.abs(number - mean) / deviation > sensitivity;
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private boolean[] unexpected(Series series, Timeline timeline) {
        Grain grain = Grain.between(timeline.times());
        int[] places = timeline.places(grain, options);
        double[] values = timeline.values(series, places);
        boolean[] unexpected = new boolean[series.values().length];
        if (Timeline.enough(values)) {
            Fit fit = Fit.of(values, seasons.lengths(grain, values.length));
            double width = reach * fit.deviation();
            IntStream.range(0, places.length)
                    .forEach(i -> unexpected[timeline.rows()[i]] =
                            Math.abs(values[places[i]] - fit.run().forecasts()[places[i]]) > width);
        }
        return unexpected;
    }
}
