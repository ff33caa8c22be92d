package dev.karavel.query.post;

import dev.karavel.spi.data.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * {@code marginal_distributions}, {@code marginal_distribution_name}: a last row and for each metric a last column of what
 * the metric is over everything. It is computed from the table's rows, not from the cells; as in pandas a row that lacks a
 * metric does not count in them while {@code drop_missing_columns} holds.
 */
record Margins(boolean wanted, String name) {
    static Margins read(Options options) {
        return new Margins(
                options.flag("marginal_distributions", false),
                options.text("marginal_distribution_name").orElse("All"));
    }

    Frame add(Frame pivoted, Pivot.Plan plan, Pivot.Source source) {
        int[] rows = counting(plan, source);
        List<Series> columns = new ArrayList<>();
        for (Aggregates aggregate : plan.aggregates()) {
            String label = plan.label(aggregate);
            Series values = source.values().get(aggregate);
            Map<List<String>, Object> bottom = new HashMap<>();
            new Cube(List.of(), source.across(), rows, Cube.Bound.NONE)
                    .columns(label, values, aggregate, plan.options())
                    .forEach(column -> bottom.put(column.key(), column.values()[0]));
            Object grand = aggregate.of(values, rows, plan.options());
            pivoted.columns().stream()
                    .filter(column -> label.equals(column.label()))
                    .forEach(column -> columns.add(
                            extended(column, source.across().isEmpty() ? grand : bottom.get(column.key()))));
            if (!source.across().isEmpty()) {
                columns.add(extended(right(pivoted, label, values, aggregate, plan, source, rows), grand));
            }
        }
        return new Frame(index(pivoted), columns, pivoted.levels(), pivoted.rows() + 1);
    }

    private static int[] counting(Pivot.Plan plan, Pivot.Source source) {
        return IntStream.of(source.rows())
                .filter(row -> !plan.dropMissing()
                        || source.values().values().stream().noneMatch(each -> Series.isMissing(each.values()[row])))
                .toArray();
    }

    private Series right(
            Frame pivoted,
            String label,
            Series values,
            Aggregates aggregate,
            Pivot.Plan plan,
            Pivot.Source source,
            int[] rows) {
        Cube cube = new Cube(source.index(), List.of(), rows, Cube.Bound.NONE);
        Map<List<Object>, Object> totals = new HashMap<>();
        List<Series> total = cube.columns(label, values, aggregate, plan.options());
        for (int row = 0; row < cube.down().size(); row++) {
            totals.put(cube.down().get(row), total.get(0).values()[row]);
        }
        Object[] cells = new Object[pivoted.rows()];
        Arrays.setAll(cells, row -> totals.get(Groups.key(pivoted.index(), row)));
        List<String> key = new ArrayList<>(List.of(label, name));
        while (key.size() < pivoted.levels().size()) {
            key.add(null);
        }
        return Series.computed(key, aggregate.type(values), cells);
    }

    private static Series extended(Series column, Object last) {
        Object[] values = Arrays.copyOf(column.values(), column.values().length + 1);
        values[values.length - 1] = last;
        return Series.computed(column.key(), column.type(), values);
    }

    /** The margin's name makes a text of the first column. */
    private List<Series> index(Frame pivoted) {
        List<Series> index = new ArrayList<>();
        for (Series series : pivoted.index()) {
            boolean first = index.isEmpty();
            Object[] values = Arrays.copyOf(series.values(), series.values().length + 1);
            if (first) {
                Arrays.setAll(values, row -> values[row] == null ? null : Cube.text(values[row]));
                values[values.length - 1] = name;
            }
            index.add(new Series(series.key(), first ? ColumnType.TEXT : series.type(), values));
        }
        return index;
    }
}
