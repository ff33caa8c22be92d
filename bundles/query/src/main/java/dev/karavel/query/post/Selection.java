package dev.karavel.query.post;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which columns, and how they are called. */
final class Selection {
    private Selection() {}

    /** {@code columns}, {@code exclude}, {@code rename}. */
    static Table select(Table table, Options options) {
        List<String> names = new ArrayList<>(options.names("columns"));
        if (names.isEmpty()) {
            table.columns().forEach(column -> names.add(column.name()));
        }
        names.removeAll(options.names("exclude"));
        Map<String, Object> renamed = options.map("rename");
        Cells selected = new Cells(table.rows());
        for (String name : names) {
            int column = options.column(table, name);
            String label = String.valueOf(renamed.getOrDefault(name, name));
            selected.add(new Column(label, table.columns().get(column).type()), Cells.column(table, column));
        }
        return checked(selected.table(), options);
    }

    /** {@code columns {old: new}}; names that are not there are left alone. */
    static Table rename(Table table, Options options) {
        Map<String, Object> renamed = options.map("columns");
        Cells cells = new Cells(table.rows());
        for (int column = 0; column < table.columns().size(); column++) {
            Column old = table.columns().get(column);
            Object label = renamed.get(old.name());
            cells.add(label == null ? old : new Column(label.toString(), old.type()), Cells.column(table, column));
        }
        return checked(cells.table(), options);
    }

    /** {@code source_columns}, {@code compare_columns}, {@code compare_type}: difference, percentage or ratio of each pair. */
    static Table compare(Table table, Options options) {
        List<String> sources = options.names("source_columns");
        List<String> others = options.names("compare_columns");
        String type = options.text("compare_type", "difference");
        if (sources.size() != others.size()) {
            throw options.wrong("source_columns and compare_columns have to be of the same length");
        }
        Cells cells = Cells.of(table);
        for (int pair = 0; pair < sources.size(); pair++) {
            double[] source = Cells.numbers(table, options.column(table, sources.get(pair)));
            double[] other = Cells.numbers(table, options.column(table, others.get(pair)));
            Object[] compared = new Object[source.length];
            for (int row = 0; row < source.length; row++) {
                compared[row] = Cells.boxed(compare(type, source[row], other[row], options));
            }
            cells.put(
                    new Column(type + "__" + sources.get(pair) + "__" + others.get(pair), ColumnType.DECIMAL),
                    compared);
        }
        return cells.table();
    }

    private static double compare(String type, double source, double other, Options options) {
        return switch (type) {
            case "difference" -> source - other;
            case "percentage" -> other == 0 ? Double.NaN : (source - other) / other;
            case "ratio" -> other == 0 ? Double.NaN : source / other;
            default -> throw options.wrong("no compare_type \"" + type + "\"; there are difference, percentage, ratio");
        };
    }

    /** Nothing to do: a pivot here has flat names from the start. */
    static Table flatten(Table table, Options options) {
        return table;
    }

    private static Table checked(Table table, Options options) {
        Set<String> names = new HashSet<>();
        for (Column column : table.columns()) {
            if (!names.add(column.name())) {
                throw options.wrong("two columns would be called \"" + column.name() + "\"");
            }
        }
        return table;
    }
}
