package dev.karavel.query.post.forecast;

import dev.karavel.query.post.Frame;
import dev.karavel.query.post.Options;
import dev.karavel.query.post.Series;
import dev.karavel.query.post.time.Moments;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rows of a table in the order of time.
 *
 * @param time the column that says it
 * @param rows those that have a time
 * @param times of those rows
 */
record Timeline(Series time, int[] rows, List<LocalDateTime> times) {
    static final int MOST = 200_000;
    private static final String TIMESTAMP = "__timestamp";

    /** @param index the name of the column, if it is not the only one of time */
    static Timeline of(Frame frame, Optional<String> index, Options options) {
        Series time = time(frame, index, options);
        List<LocalDateTime> moments = Moments.of(time, options);
        int[] rows = IntStream.range(0, frame.rows())
                .filter(row -> moments.get(row) != null)
                .boxed()
                .sorted((one, other) -> moments.get(one).compareTo(moments.get(other)))
                .mapToInt(Integer::intValue)
                .toArray();
        if (rows.length == 0) {
            throw options.wrong("no row has a time");
        }
        return new Timeline(
                time, rows, IntStream.of(rows).mapToObj(moments::get).toList());
    }

    private static Series time(Frame frame, Optional<String> index, Options options) {
        if (index.isPresent()) {
            return frame.single(index.get(), options, "index");
        }
        List<Series> temporal = frame.columns().stream()
                .filter(column -> column.type().isTemporal())
                .toList();
        return temporal.size() == 1 ? temporal.get(0) : frame.single(TIMESTAMP, options, "index");
    }

    /** By row how many steps after the first. */
    int[] places(Grain grain, Options options) {
        int[] places = new int[rows.length];
        for (int i = 1; i < rows.length; i++) {
            long place = grain.steps(times.get(0), times.get(i));
            if (place > MOST) {
                throw options.wrong("time_grain", "is too fine: there are more than " + MOST + " steps");
            }
            if (place == places[i - 1]) {
                throw options.wrong(
                        "time_grain",
                        "has to be as fine as the rows: " + times.get(i) + " is in the same step as the row before"
                                + " (pivot first if there are several rows of one time)");
            }
            places[i] = (int) place;
        }
        return places;
    }

    /** The numbers of a series by step, missing where no row is. */
    double[] values(Series series, int[] places) {
        double[] numbers = series.numbers();
        double[] values = new double[places[places.length - 1] + 1];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < rows.length; i++) {
            values[places[i]] = numbers[rows[i]];
        }
        return values;
    }

    static boolean enough(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).count() >= 2;
    }
}
