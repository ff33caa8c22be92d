package dev.karavel.query;

import dev.karavel.query.time.TimeOffset;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.TimeGrain;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the metrics of another time beside those of now, as columns {@code metric__1 year ago}. */
final class ComparedTimes {
    private static final String MARK = "__";
    private static final String TIME = MARK + "(\\d+ \\w+(?: ago)?|inherit|\\d{4}-\\d{2}-\\d{2})";
    private static final Pattern NAME = Pattern.compile("(.+)" + TIME);
    /** As the operation compare names what it makes of two times. */
    private static final Pattern CHANGE =
            Pattern.compile("(?:difference|percentage|ratio)" + MARK + "(.+)" + MARK + "\\1" + TIME);

    private ComparedTimes() {}

    /** Rows of then that have no counterpart now are left out. */
    static Table join(Table now, Table then, QuerySpec spec, TimeOffset offset) {
        Map<List<Object>, Integer> rowsThen = new HashMap<>();
        for (int row = 0; row < then.rows(); row++) {
            rowsThen.put(key(then, row, spec, Optional.of(offset)), row);
        }
        List<Column> columns = new ArrayList<>(now.columns());
        Object[][] values = new Object[columns.size() + spec.metrics().size()][now.rows()];
        for (Metric metric : spec.metrics()) {
            columns.add(new Column(
                    metric.label() + MARK + offset.words(),
                    then.columns().get(then.indexOf(metric.label())).type()));
        }
        for (int row = 0; row < now.rows(); row++) {
            for (int column = 0; column < now.columns().size(); column++) {
                values[column][row] = now.value(row, column);
            }
            Integer counterpart = rowsThen.get(key(now, row, spec, Optional.empty()));
            for (int metric = 0; metric < spec.metrics().size() && counterpart != null; metric++) {
                values[now.columns().size() + metric][row] = then.value(
                        counterpart, then.indexOf(spec.metrics().get(metric).label()));
            }
        }
        return new Table(columns, values, now.rows());
    }

    /** The metric a column is of, now or at another time; the column's own name where it is none. */
    static String metricOf(String name) {
        Matcher compared = NAME.matcher(name);
        return compared.matches() ? compared.group(1) : name;
    }

    /** What people read for a column, from what they read for the metric of now. */
    static String label(String name, UnaryOperator<String> labelOfMetric) {
        Matcher change = CHANGE.matcher(name);
        Matcher compared = change.matches() ? change : NAME.matcher(name);
        return compared.matches()
                ? labelOfMetric.apply(compared.group(1)) + ", " + compared.group(2)
                : labelOfMetric.apply(name);
    }

    private static List<Object> key(Table table, int row, QuerySpec spec, Optional<TimeOffset> offset) {
        List<Object> key = new ArrayList<>();
        for (Dimension dimension : spec.columns()) {
            Object value = table.value(row, table.indexOf(dimension.label()));
            key.add(offset.map(each -> forth(value, each, dimension.grain())).orElse(value));
        }
        return key;
    }

    private static Object forth(Object value, TimeOffset offset, Optional<TimeGrain> grain) {
        if (value instanceof LocalDateTime moment) {
            return offset.forth(moment, grain);
        }
        return value instanceof LocalDate date
                ? offset.forth(date.atStartOfDay(), grain).toLocalDate()
                : value;
    }
}
