package dev.karavel.query.post.forecast;

import dev.karavel.query.post.Frame;
import dev.karavel.query.post.Options;
import dev.karavel.query.post.Series;
import dev.karavel.query.post.Step;
import dev.karavel.spi.data.ColumnType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The operation prophet: {@code time_grain}, {@code periods}, {@code confidence_interval}, {@code yearly_seasonality},
 * {@code weekly_seasonality}, {@code daily_seasonality}, {@code monthly_seasonality}, {@code index}. Every series gets the
 * columns {@code __yhat}, {@code __yhat_lower} and {@code __yhat_upper} before it, over its own time (what was to be expected
 * from the time before) and the periods after it. The forecast is {@link Smoothing}, not the Prophet model: same columns,
 * other numbers.
 */
public final class Prophecy {
    private static final int MOST_PERIODS = 5_000;

    private final Options options;
    private final Grain grain;
    private final int periods;
    private final double reach;
    private final Seasons seasons;

    private Prophecy(Options options) {
        this.options = options;
        grain = Grain.read(options, "time_grain");
        periods = options.whole("periods", -1, 0, MOST_PERIODS);
        reach = reach(options);
        seasons = Seasons.read(options);
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

    /** How many standard deviations an interval of the asked share goes to each side. */
    static double reach(Options options) {
        double confidence = options.number("confidence_interval", 0.8);
        if (confidence <= 0 || confidence >= 1) {
            throw options.wrong("confidence_interval", "has to be between 0 and 1, both excluded, not " + confidence);
        }
        return Normal.quantile(0.5 + confidence / 2);
    }

    private Frame apply(Frame frame, Optional<String> index) {
        Timeline timeline = Timeline.of(frame, index, options);
        List<Series> series = frame.columns().stream()
                .filter(column -> column != timeline.time())
                .toList();
        if (series.isEmpty()) {
            throw options.wrong("needs at least one series");
        }
        int[] places = timeline.places(grain, options);
        if ((long) (places[places.length - 1] + periods) * series.size() > Timeline.MOST) {
            throw options.wrong(
                    "it would go over more than " + Timeline.MOST + " values; fewer series or a longer grain");
        }
        List<Series> columns = new ArrayList<>(List.of(time(timeline)));
        series.forEach(each -> columns.addAll(forecast(each, timeline, places)));
        return Frame.plain(columns, timeline.rows().length + periods);
    }

    private Series time(Timeline timeline) {
        List<LocalDateTime> times = new ArrayList<>(timeline.times());
        LocalDateTime last = times.get(times.size() - 1);
        IntStream.rangeClosed(1, periods).forEach(step -> times.add(grain.after(last, step)));
        boolean days = timeline.time().type() == ColumnType.DATE
                && times.stream()
                        .allMatch(each -> each.equals(each.toLocalDate().atStartOfDay()));
        return Series.of(
                timeline.time().name(),
                days ? ColumnType.DATE : ColumnType.TIMESTAMP,
                times.stream()
                        .map(each -> days ? (Object) each.toLocalDate() : (Object) each)
                        .toArray());
    }

    private List<Series> forecast(Series series, Timeline timeline, int[] places) {
        if (!series.isNumeric() && Arrays.stream(series.values()).anyMatch(Objects::nonNull)) {
            throw options.wrong("\"" + series.name() + "\" has no numbers to forecast from");
        }
        Object[] shown = new Object[places.length + periods];
        Arrays.setAll(shown, i -> i < places.length ? series.values()[timeline.rows()[i]] : null);
        double[] values = timeline.values(series, places);
        double[][] expected = new double[3][shown.length];
        if (Timeline.enough(values)) {
            fill(expected, Fit.of(values, seasons.lengths(grain, values.length)), places);
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
}
