package dev.karavel.query.answer.finish;

import dev.karavel.api.query.Terms;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.viz.FormData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A pivot table as the browser lays it out, made flat: a column for each row dimension, then one for each combination of metric and
 * column dimension, named with both. Totals are over the rows themselves, per metric.
 */
record PivotLayout(
        List<Integer> rows,
        List<Integer> columns,
        List<Integer> metrics,
        String aggregate,
        boolean metricsOnRows,
        boolean metricLast,
        boolean rowTotals,
        boolean columnTotals) {
    private static final String METRIC = "Metric";

    static PivotLayout of(Table table, FormData form) {
        boolean transposed = form.flag("transposePivot", false);
        List<Integer> onRows = places(table, form, transposed ? "groupbyColumns" : "groupbyRows");
        List<Integer> onColumns = places(table, form, transposed ? "groupbyRows" : "groupbyColumns");
        List<Integer> metrics = form.list("metrics").stream()
                .map(metric -> table.indexOf(Terms.metric("metrics", metric).label()))
                .filter(place -> place >= 0)
                .toList();
        return new PivotLayout(
                onRows,
                onColumns,
                metrics,
                form.text("aggregateFunction").orElse("Sum"),
                form.text("metricsLayout").filter("ROWS"::equals).isPresent(),
                form.flag("combineMetric", false),
                form.flag("rowTotals", false),
                form.flag("colTotals", false));
    }

    private static List<Integer> places(Table table, FormData form, String control) {
        return form.list(control).stream()
                .map(column -> table.indexOf(
                        Terms.dimension(control, column, Optional.empty()).label()))
                .filter(place -> place >= 0)
                .toList();
    }

    /** A group of one side and a metric, either of which may be all there are. */
    private record Line(Optional<List<Object>> key, int metric) {}

    Table lay(Table table) {
        if (metrics.isEmpty()) {
            return table;
        }
        PivotCells cells = new PivotCells(table, rows, columns, aggregate);
        List<Line> down = lines(PivotKeys.distinct(table, rows), metricsOnRows, columnTotals && !rows.isEmpty());
        List<Line> across = lines(PivotKeys.distinct(table, columns), !metricsOnRows, rowTotals && !columns.isEmpty());
        List<Column> heads = new ArrayList<>();
        rows.forEach(place -> heads.add(new Column(table.columns().get(place).name(), ColumnType.TEXT)));
        if (metricsOnRows || rows.isEmpty()) {
            heads.add(new Column(METRIC, ColumnType.TEXT));
        }
        Set<String> names = new java.util.HashSet<>();
        heads.forEach(head -> names.add(head.name()));
        for (Line line : across) {
            String name = name(table, line);
            String unique = name;
            for (int n = 2; !names.add(unique); n++) {
                unique = name + " " + n;
            }
            heads.add(new Column(unique, cells.type()));
        }
        Table.Builder laid = new Table.Builder(heads);
        for (Line line : down) {
            laid.add(row(table, cells, line, across, heads.size()));
        }
        return laid.build();
    }

    private Object[] row(Table table, PivotCells cells, Line line, List<Line> across, int width) {
        Object[] values = new Object[width];
        int at = 0;
        for (int i = 0; i < rows.size(); i++) {
            int place = i;
            values[at++] =
                    line.key().map(key -> PivotCells.text(key.get(place))).orElse(place == 0 ? total() : "");
        }
        if (metricsOnRows) {
            values[at++] = table.columns().get(line.metric()).name();
        } else if (rows.isEmpty()) {
            values[at++] = total();
        }
        for (Line other : across) {
            values[at++] = cells.value(line.key(), other.key(), metricsOnRows ? line.metric() : other.metric());
        }
        return values;
    }

    private List<Line> lines(List<List<Object>> keys, boolean withMetrics, boolean withTotal) {
        List<Integer> each = withMetrics ? metrics : List.of(-1);
        List<Line> lines = new ArrayList<>();
        if (metricLast || metricsOnRows && withMetrics) {
            keys.forEach(key -> each.forEach(metric -> lines.add(new Line(Optional.of(key), metric))));
        } else {
            each.forEach(metric -> keys.forEach(key -> lines.add(new Line(Optional.of(key), metric))));
        }
        if (withTotal) {
            each.forEach(metric -> lines.add(new Line(Optional.empty(), metric)));
        }
        return lines;
    }

    private String name(Table table, Line line) {
        Stream<String> metric = line.metric() < 0
                ? Stream.of()
                : Stream.of(table.columns().get(line.metric()).name());
        Stream<String> key = line.key().isEmpty()
                ? Stream.of(total())
                : line.key().get().stream().map(PivotCells::text);
        List<String> parts = (metricLast ? Stream.concat(key, metric) : Stream.concat(metric, key)).toList();
        return parts.isEmpty() ? total() : String.join(" ", parts);
    }

    private String total() {
        return "Total (" + aggregate + ")";
    }
}
