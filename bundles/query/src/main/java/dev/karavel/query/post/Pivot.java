package dev.karavel.query.post;

import dev.karavel.spi.data.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One row per {@code index} in its order, one column per metric of {@code aggregates} and combination of the values of
 * {@code columns}, as pandas.pivot_table makes it. A row whose index is null stays, as the last.
 */
final class Pivot {
    private static final String MISSING = "<NULL>";
    private static final int MOST_COLUMNS = 5_000;
    private static final int MOST_CELLS = 5_000_000;

    /**
     * What was asked; the metrics are in the order of their labels.
     *
     * @param missing the name of what is missing across; without one those rows are left out
     */
    record Plan(
            Options options,
            List<String> index,
            List<String> columns,
            List<Aggregates> aggregates,
            boolean dropMissing,
            Optional<String> missing) {
        /** A metric is called like its column; only two of one column are told apart by their own names. */
        String label(Aggregates aggregate) {
            long readers = aggregates.stream()
                    .filter(other -> other.source().equals(aggregate.source()))
                    .count();
            return readers == 1 ? aggregate.source() : aggregate.name();
        }
    }

    /** The columns of the table that take part. */
    record Source(List<Series> index, List<Series> across, Map<Aggregates, Series> values, int[] rows) {}

    private Pivot() {}

    static Step read(Options options) {
        options.known(
                "index",
                "columns",
                "aggregates",
                "metric_fill_value",
                "column_fill_value",
                "drop_missing_columns",
                "combine_value_with_metric",
                "marginal_distributions",
                "marginal_distribution_name",
                "show_values_as",
                "flatten_columns",
                "reset_index");
        List<String> index = options.names("index");
        List<Aggregates> aggregates = Aggregates.read(options);
        if (index.isEmpty() || aggregates.isEmpty()) {
            throw options.wrong(index.isEmpty() ? "index" : "aggregates", "at least one is needed");
        }
        Plan unordered = new Plan(
                options,
                index,
                options.names("columns"),
                aggregates,
                options.flag("drop_missing_columns", true),
                options.isNull("column_fill_value")
                        ? Optional.empty()
                        : options.text("column_fill_value").or(() -> Optional.of(MISSING)));
        List<Aggregates> ordered = aggregates.stream()
                .sorted(Comparator.comparing(unordered::label))
                .toList();
        Plan plan = new Plan(options, index, unordered.columns, ordered, unordered.dropMissing, unordered.missing);
        boolean combine = options.flag("combine_value_with_metric", false);
        boolean flatten = options.flag("flatten_columns", false) | options.flag("reset_index", false);
        double fill = options.number("metric_fill_value", Double.NaN);
        Shares shares = Shares.read(options, aggregates);
        Margins margins = Margins.read(options);
        return frame -> {
            if (frame.rows() == 0) {
                return frame;
            }
            Source source = source(frame, plan);
            Frame pivoted = pivot(plan, source);
            Frame whole = margins.wanted() ? margins.add(pivoted, plan, source) : pivoted;
            Frame filled = filled(shares.apply(whole), fill);
            Frame combined = combine && filled.levels().size() > 1 ? combined(filled) : filled;
            return flatten ? combined.flat() : combined;
        };
    }

    private static Source source(Frame frame, Plan plan) {
        Map<Aggregates, Series> values = new LinkedHashMap<>();
        plan.aggregates.forEach(aggregate -> values.put(aggregate, aggregate.source(frame, plan.options)));
        List<Series> across = frame.singles(plan.columns, plan.options, "columns");
        int[] rows = IntStream.of(Cube.everyRow(frame.rows()))
                .filter(row -> plan.missing.isPresent()
                        || across.stream().noneMatch(series -> Series.isMissing(series.values()[row])))
                .toArray();
        return new Source(
                frame.singles(plan.index, plan.options, "index"),
                across.stream()
                        .map(series ->
                                plan.missing.map(name -> labelled(series, name)).orElse(series))
                        .toList(),
                values,
                rows);
    }

    /** What is missing across gets a name; the texts among them make a text of a column that has a gap. */
    private static Series labelled(Series series, String missing) {
        if (Arrays.stream(series.values()).noneMatch(Series::isMissing)) {
            return series;
        }
        Object[] values = series.values().clone();
        Arrays.setAll(values, row -> Series.isMissing(values[row]) ? missing : values[row]);
        return new Series(series.key(), ColumnType.TEXT, values);
    }

    private static Frame pivot(Plan plan, Source source) {
        Cube cube = new Cube(source.index, source.across, source.rows, (across, down) -> {
            long width = (long) plan.aggregates.size() * across;
            if (width > MOST_COLUMNS || width * down > MOST_CELLS) {
                throw plan.options.wrong(
                        "columns",
                        "it would make " + width + " columns of " + down + " rows; at most " + MOST_COLUMNS
                                + " columns and " + MOST_CELLS + " cells are possible");
            }
        });
        List<Series> columns = new ArrayList<>();
        source.values.forEach((aggregate, values) ->
                columns.addAll(cube.columns(plan.label(aggregate), values, aggregate, plan.options)));
        List<String> levels = new ArrayList<>(List.of(""));
        source.across.forEach(series -> levels.add(series.name()));
        Frame all = new Frame(
                Groups.keys(source.index, cube.down()),
                columns,
                levels,
                cube.down().size());
        return plan.dropMissing ? withoutEmpty(all) : all;
    }

    /** A metric that has no value anywhere keeps its columns, so that steps after this one can name it. */
    private static Frame withoutEmpty(Frame frame) {
        Set<String> present = frame.columns().stream()
                .filter(Pivot::hasValues)
                .map(Series::label)
                .collect(Collectors.toSet());
        Frame narrow = frame.with(frame.columns().stream()
                .filter(column -> hasValues(column) || !present.contains(column.label()))
                .toList());
        Object[][] values = narrow.columns().stream().map(Series::values).toArray(Object[][]::new);
        int[] rows = IntStream.range(0, frame.rows())
                .filter(row -> hasValues(values, row))
                .toArray();
        return rows.length == frame.rows() ? narrow : narrow.rows(rows);
    }

    private static boolean hasValues(Series column) {
        return Arrays.stream(column.values()).anyMatch(Objects::nonNull);
    }

    private static boolean hasValues(Object[][] columns, int row) {
        for (Object[] column : columns) {
            if (column[row] != null) {
                return true;
            }
        }
        return false;
    }

    private static Frame filled(Frame frame, double fill) {
        if (Double.isNaN(fill)) {
            return frame;
        }
        Object number = fill == Math.rint(fill) ? (Object) (long) fill : (Object) fill;
        return frame.with(frame.columns().stream()
                .map(column -> {
                    Object[] values = column.values().clone();
                    Arrays.setAll(values, row -> values[row] == null ? number : values[row]);
                    return Series.computed(column.key(), column.type(), values);
                })
                .toList());
    }

    /** The metric as the last part of the names instead of the first, so that a value's metrics stand side by side. */
    private static Frame combined(Frame frame) {
        Map<List<String>, List<Series>> byValue = new LinkedHashMap<>();
        frame.columns().forEach(column -> byValue.computeIfAbsent(
                        column.key().subList(1, column.key().size()), key -> new ArrayList<>())
                .add(column));
        List<Series> columns = new ArrayList<>();
        byValue.forEach((value, metrics) -> metrics.forEach(metric -> {
            List<String> key = new ArrayList<>(value);
            key.add(metric.label());
            columns.add(metric.named(key));
        }));
        List<String> levels =
                new ArrayList<>(frame.levels().subList(1, frame.levels().size()));
        levels.add("");
        return new Frame(frame.index(), columns, levels, frame.rows());
    }
}
