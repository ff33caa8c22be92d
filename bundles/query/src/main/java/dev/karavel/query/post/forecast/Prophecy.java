package dev.karavel.query.post.forecast;

import dev.karavel.query.post.Frame;
import dev.karavel.query.post.Options;
import dev.karavel.query.post.Series;
import dev.karavel.query.post.Step;
import dev.karavel.query.post.time.Moments;
import dev.karavel.spi.data.ColumnType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The operation prophet: {@code time_grain}, {@code periods}, {@code confidence_interval}, {@code yearly_seasonality},
 * {@code weekly_seasonality}, {@code daily_seasonality}, {@code monthly_seasonality}, {@code index}. Every series gets the
 * columns {@code __yhat}, {@code __yhat_lower} and {@code __yhat_upper} before it, over its own time (what was to be expected
 * from the time before) and the periods after it.
 *
 * <p>The forecast is {@link Smoothing}, not the Prophet model: same columns, other numbers. A season that was not switched
 * takes part under Prophet's rule, two whole cycles of data (months never); one switched on needs them too, otherwise it is
 * left out. Seasons longer than {@value #LONGEST} steps are left out.
 */
public final class Prophecy {
    private static final String TIMESTAMP = "__timestamp";
    private static final int LONGEST = 10_000;
    private static final int MOST_PERIODS = 5_000;
    private static final int MOST_VALUES = 200_000;

    private final Options options;
    private final Grain grain;
    private final int periods;
    private final double reach;
    private final Map<Season, Optional<Boolean>> switches = new EnumMap<>(Season.class);

    private Prophecy(Options options) {
        this.options = options;
        grain = Grain.read(options, "time_grain");
        periods = options.whole("periods", -1, 0, MOST_PERIODS);
        double confidence = options.number("confidence_interval", 0.8);
        if (confidence <= 0 || confidence >= 1) {
            throw options.wrong("confidence_interval", "has to be between 0 and 1, both excluded, not " + confidence);
        }
        reach = Normal.quantile(0.5 + confidence / 2);
        for (Season season : Season.values()) {
            switches.put(season, season.asked(options));
        }
    }

    public static Step read(Options options) {
        options.known(
                "time_grain",
                "periods",
                "confidence_interval",
                "yearly_seasonality",
                "weekly_seasonality",
                "daily_seasonality",
                "monthly_seasonality",
                "index");
        Prophecy prophecy = new Prophecy(options);
        Optional<String> index = options.text("index");
        return frame -> frame.rows() == 0 ? frame : prophecy.apply(frame.flat(), index);
    }

    private Frame apply(Frame frame, Optional<String> index) {
        Series time = time(frame, index);
        List<LocalDateTime> moments = Moments.of(time, options);
        int[] rows = IntStream.range(0, frame.rows())
                .filter(row -> moments.get(row) != null)
                .boxed()
                .sorted((one, other) -> moments.get(one).compareTo(moments.get(other)))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Series> series =
                frame.columns().stream().filter(column -> column != time).toList();
        if (rows.length == 0 || series.isEmpty()) {
            throw options.wrong(series.isEmpty() ? "needs at least one series" : "no row has a time");
        }
        int[] places = places(moments, rows);
        if ((long) (places[places.length - 1] + periods) * series.size() > MOST_VALUES) {
            throw options.wrong(
                    "it would go over more than " + MOST_VALUES + " values; fewer series or a longer grain");
        }
        List<LocalDateTime> times = new ArrayList<>();
        IntStream.of(rows).forEach(row -> times.add(moments.get(row)));
        LocalDateTime last = times.get(times.size() - 1);
        IntStream.rangeClosed(1, periods).forEach(step -> times.add(grain.after(last, step)));
        List<Series> columns = new ArrayList<>();
        boolean days = time.type() == ColumnType.DATE
                && times.stream()
                        .allMatch(each -> each.equals(each.toLocalDate().atStartOfDay()));
        columns.add(Series.of(
                time.name(),
                days ? ColumnType.DATE : ColumnType.TIMESTAMP,
                times.stream()
                        .map(each -> days ? (Object) each.toLocalDate() : (Object) each)
                        .toArray()));
        series.forEach(each -> columns.addAll(forecast(each, rows, places)));
        return Frame.plain(columns, times.size());
    }

    private Series time(Frame frame, Optional<String> index) {
        if (index.isPresent()) {
            return frame.single(index.get(), options, "index");
        }
        List<Series> temporal = frame.columns().stream()
                .filter(column -> column.type().isTemporal())
                .toList();
        return temporal.size() == 1 ? temporal.get(0) : frame.single(TIMESTAMP, options, "index");
    }

    /** By row how many steps after the first. */
    private int[] places(List<LocalDateTime> moments, int[] rows) {
        int[] places = new int[rows.length];
        for (int i = 1; i < rows.length; i++) {
            long place = grain.steps(moments.get(rows[0]), moments.get(rows[i]));
            if (place > MOST_VALUES) {
                throw options.wrong("time_grain", "is too fine: there are more than " + MOST_VALUES + " steps");
            }
            if (place == places[i - 1]) {
                throw options.wrong(
                        "time_grain",
                        "has to be as fine as the rows: " + moments.get(rows[i])
                                + " is in the same step as the row before"
                                + " (pivot first if there are several rows of one time)");
            }
            places[i] = (int) place;
        }
        return places;
    }

    private List<Series> forecast(Series series, int[] rows, int[] places) {
        if (!series.isNumeric() && Arrays.stream(series.values()).anyMatch(value -> value != null)) {
            throw options.wrong("\"" + series.name() + "\" has no numbers to forecast from");
        }
        double[] numbers = series.numbers();
        double[] values = new double[places[places.length - 1] + 1];
        Arrays.fill(values, Double.NaN);
        Object[] shown = new Object[rows.length + periods];
        for (int i = 0; i < rows.length; i++) {
            values[places[i]] = numbers[rows[i]];
            shown[i] = series.values()[rows[i]];
        }
        double[][] expected = new double[3][shown.length];
        if (Arrays.stream(values).filter(value -> !Double.isNaN(value)).count() >= 2) {
            fill(expected, Fit.of(values, lengths(values.length)), places);
        } else {
            Arrays.stream(expected).forEach(each -> Arrays.fill(each, Double.NaN));
        }
        String name = series.name();
        return List.of(
                Series.of(List.of(name + "__yhat"), expected[0]),
                Series.of(List.of(name + "__yhat_lower"), expected[1]),
                Series.of(List.of(name + "__yhat_upper"), expected[2]),
                Series.of(name, series.type(), shown));
    }

    private void fill(double[][] expected, Fit fit, int[] places) {
        double[] variances =
                fit.smoothing().variances(Math.max(1, periods), fit.first().seasons());
        for (int i = 0; i < expected[0].length; i++) {
            int step = i - places.length + 1;
            double middle = step < 1
                    ? fit.run().forecasts()[places[i]]
                    : fit.run().last().ahead(step);
            double width = reach * fit.deviation() * Math.sqrt(step < 1 ? 1 : variances[step - 1]);
            expected[0][i] = middle;
            expected[1][i] = middle - width;
            expected[2][i] = middle + width;
        }
    }

    /** Of the seasons that take part, ascending. */
    private int[] lengths(int steps) {
        return Arrays.stream(Season.values())
                .filter(season -> switches.get(season).orElse(season != Season.MONTHLY))
                .flatMap(season -> grain.length(season).stream())
                .filter(length -> length <= LONGEST && 2 * length <= steps)
                .mapToInt(Integer::intValue)
                .distinct()
                .toArray();
    }
}
