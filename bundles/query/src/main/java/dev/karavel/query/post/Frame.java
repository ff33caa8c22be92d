package dev.karavel.query.post;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table between two steps, as pandas has it: a pivot leaves its rows' names as an index and gives the columns names of
 * several levels (metric, value, value), and steps after it speak of metrics. Never changed.
 *
 * @param levels the names of the columns' levels; the level of the metrics has the name ""
 */
public record Frame(List<Series> index, List<Series> columns, List<String> levels, int rows) {
    private static final List<String> FLAT = List.of("");

    public static Frame of(Table table) {
        List<Series> columns = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            Object[] values = new Object[table.rows()];
            for (int row = 0; row < values.length; row++) {
                values[row] = table.value(row, column);
            }
            Column each = table.columns().get(column);
            columns.add(Series.of(each.name(), each.type(), values));
        }
        return plain(columns, table.rows());
    }

    /** Without an index and with names of one level. */
    public static Frame plain(List<Series> columns, int rows) {
        return new Frame(List.of(), columns, FLAT, rows);
    }

    public Frame with(List<Series> others) {
        return new Frame(index, others, levels, rows);
    }

    /** The index in front, as columns like the others. */
    public List<Series> all() {
        List<Series> all = new ArrayList<>(index);
        columns.forEach(column -> all.add(column.key().size() == 1 ? column : column.named(List.of(column.name()))));
        return all;
    }

    public Frame flat() {
        return index.isEmpty() && levels.size() == 1 ? this : plain(all(), rows);
    }

    /** The columns of a metric, or the one of that full name; none only if the frame has no rows. */
    List<Series> matching(String name, Options options, String option) {
        List<Series> matching =
                columns.stream().filter(column -> name.equals(column.label())).toList();
        if (matching.isEmpty()) {
            matching = columns.stream()
                    .filter(column -> name.equals(column.name()))
                    .toList();
        }
        if (matching.isEmpty() && rows > 0) {
            throw missing(name, options, option);
        }
        return matching;
    }

    List<Series> matching(List<String> names, Options options, String option) {
        List<Series> matching = new ArrayList<>();
        names.forEach(name -> matching.addAll(matching(name, options, option)));
        return matching;
    }

    /** The one column or part of the index of that name. */
    public Series single(String name, Options options, String option) {
        List<Series> found =
                all().stream().filter(series -> name.equals(series.name())).toList();
        if (found.isEmpty()) {
            found = columns.stream()
                    .filter(column -> name.equals(column.label()))
                    .toList();
        }
        if (found.isEmpty()) {
            throw missing(name, options, option);
        }
        if (found.size() > 1) {
            throw options.wrong(option, "there is more than one column \"" + name + "\"; there are " + names());
        }
        return found.get(0);
    }

    KaravelException missing(String name, Options options, String option) {
        return options.wrong(option, "there is no column \"" + name + "\" in the result; there are " + names());
    }

    public List<Series> singles(List<String> names, Options options, String option) {
        return names.stream().map(name -> single(name, options, option)).toList();
    }

    Frame rows(int[] taken) {
        return new Frame(
                index.stream().map(series -> series.rows(taken)).toList(),
                columns.stream().map(series -> series.rows(taken)).toList(),
                levels,
                taken.length);
    }

    /** The same columns and others; one of a name that is there takes its place. */
    public Frame put(List<Series> others) {
        List<Series> result = new ArrayList<>(columns);
        for (Series other : others) {
            int place = result.stream().map(Series::key).toList().indexOf(other.key());
            if (place < 0) {
                result.add(other);
            } else {
                result.set(place, other);
            }
        }
        return with(result);
    }

    Table table() {
        List<Series> all = all();
        List<Column> described = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Series series : all) {
            String name = series.name();
            for (int i = 2; !names.add(name); i++) {
                name = series.name() + " (" + i + ")";
            }
            described.add(new Column(name, series.type()));
        }
        return new Table(described, all.stream().map(Series::values).toArray(Object[][]::new), rows);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        all().stream().limit(20).forEach(series -> names.add(series.name()));
        if (all().size() > names.size()) {
            names.add("…");
        }
        return Collections.unmodifiableList(names);
    }
}
