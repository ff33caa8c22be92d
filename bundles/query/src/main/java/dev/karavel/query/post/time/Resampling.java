package dev.karavel.query.post.time;

import dev.karavel.query.post.Frame;
import dev.karavel.query.post.Groups;
import dev.karavel.query.post.Options;
import dev.karavel.query.post.Series;
import dev.karavel.query.post.Step;
import dev.karavel.spi.data.ColumnType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * {@code rule}, {@code method}, {@code fill_value}, {@code time_range_start}, {@code time_range_end}: rows at regular points in
 * time, as pandas.DataFrame.resample makes them of an index of time. Without an index {@code time_column} names the time, or
 * the only column of time is it, and {@code groupby_columns} keep groups apart.
 */
public final class Resampling {
    private final Options options;
    private final Function<LocalDateTime, OffsetRule> rule;
    private final Filling method;
    private final Optional<Object> fill;
    private final Optional<LocalDateTime> from;
    private final Optional<LocalDateTime> to;

    private Resampling(Options options) {
        this.options = options;
        rule = OffsetRule.read(options, "rule", options.needed("rule"));
        method = Filling.valueOf(
                options.choice("method", "asfreq", "asfreq", "bfill", "ffill", "linear", "median", "mean", "sum")
                        .toUpperCase(Locale.ROOT));
        double number = options.number("fill_value", Double.NaN);
        Object value = number == Math.rint(number) ? (Object) (long) number : (Object) number;
        fill = method == Filling.ASFREQ && !Double.isNaN(number) ? Optional.of(value) : Optional.empty();
        from = Moments.read(options, "time_range_start");
        to = Moments.read(options, "time_range_end");
    }

    public static Step read(Options options) {
        options.known(
                "rule", "method", "fill_value", "time_column", "groupby_columns", "time_range_start", "time_range_end");
        Resampling resampling = new Resampling(options);
        List<String> groupby = options.names("groupby_columns");
        Optional<String> timeColumn = options.text("time_column");
        return frame -> frame.rows() == 0 ? frame : resampling.apply(frame, timeColumn, groupby);
    }

    private Frame apply(Frame frame, Optional<String> timeColumn, List<String> groupby) {
        Series time = time(frame, timeColumn);
        List<Series> by = frame.singles(groupby, options, "groupby_columns");
        boolean indexed = frame.index().size() == 1 && frame.index().get(0) == time && by.isEmpty();
        List<Series> others = (indexed ? frame.columns() : frame.all())
                .stream()
                        .filter(series -> series != time && !by.contains(series))
                        .toList();
        others.stream()
                .filter(series -> method.needsNumbers() && !series.isNumeric())
                .filter(series -> Arrays.stream(series.values()).anyMatch(value -> value != null))
                .findFirst()
                .ifPresent(series -> {
                    throw options.wrong("method", "needs numbers, and \"" + series.name() + "\" has none");
                });
        List<LocalDateTime> moments = Moments.of(time, options);
        List<Series> parts = new ArrayList<>();
        int rows = 0;
        for (var group : Groups.sorted(by, frame.rows()).entrySet()) {
            Grid grid = Grid.of(moments, group.getValue(), rule, fill.isPresent() ? from : Optional.empty(), to);
            rows = grid.size(rows, others.size() + 1, options);
            List<Series> part = part(time, by, group.getKey(), others, grid);
            parts = parts.isEmpty() ? part : joined(parts, part);
        }
        return indexed
                ? new Frame(parts.subList(0, 1), parts.subList(1, parts.size()), frame.levels(), rows)
                : Frame.plain(parts, rows);
    }

    private Series time(Frame frame, Optional<String> timeColumn) {
        if (timeColumn.isPresent()) {
            return frame.single(timeColumn.get(), options, "time_column");
        }
        List<Series> candidates = frame.index().isEmpty() ? frame.columns() : frame.index();
        List<Series> temporal =
                candidates.stream().filter(series -> series.type().isTemporal()).toList();
        if (temporal.size() != 1) {
            throw options.wrong("time_column", "has to say which column is the time: there are " + temporal.size());
        }
        return temporal.get(0);
    }

    private List<Series> part(Series time, List<Series> by, List<Object> key, List<Series> others, Grid grid) {
        List<Series> part = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            Object[] same = new Object[grid.labels().size()];
            Arrays.fill(same, key.get(i));
            part.add(Series.of(by.get(i).name(), by.get(i).type(), same));
        }
        boolean days = time.type() == ColumnType.DATE
                && grid.labels().stream()
                        .allMatch(label -> label.equals(label.toLocalDate().atStartOfDay()));
        part.add(new Series(
                time.key(),
                days ? ColumnType.DATE : ColumnType.TIMESTAMP,
                grid.labels().stream()
                        .map(label -> days ? (Object) label.toLocalDate() : (Object) label)
                        .toArray()));
        others.forEach(series -> part.add(resampled(series, grid)));
        return part;
    }

    private Series resampled(Series series, Grid grid) {
        Object[] values = new Object[grid.labels().size()];
        if (method.joins()) {
            double[] numbers = series.numbers();
            List<int[]> members = grid.members();
            double[] joined = new double[values.length];
            Arrays.setAll(
                    joined,
                    i -> method.join(IntStream.of(members.get(i))
                            .mapToDouble(row -> numbers[row])
                            .toArray()));
            return Series.of(series.key(), joined);
        }
        int[] at = grid.rowAt(method, options);
        for (int i = 0; i < values.length; i++) {
            values[i] = at[i] < 0 ? null : series.values()[at[i]];
        }
        Object[] filled = method.filled(values, series.isNumeric());
        fill.ifPresent(number -> Arrays.setAll(
                filled,
                i -> filled[i] == null ? series.type() == ColumnType.TEXT ? number.toString() : number : filled[i]));
        return Series.computed(series.key(), series.type(), filled);
    }

    private static List<Series> joined(List<Series> first, List<Series> second) {
        List<Series> joined = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            Series one = first.get(i);
            Object[] values = Arrays.copyOf(
                    one.values(), one.values().length + second.get(i).values().length);
            System.arraycopy(
                    second.get(i).values(),
                    0,
                    values,
                    one.values().length,
                    second.get(i).values().length);
            boolean same = one.type() == second.get(i).type();
            joined.add(
                    same ? new Series(one.key(), one.type(), values) : Series.computed(one.key(), one.type(), values));
        }
        return joined;
    }
}
