package dev.karavel.query.post;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Steps that look at the rows before: {@code columns {source: target}} says of what and into which column. */
final class Windows {
    private static final double NONE = Double.NaN;

    private Windows() {}

    /** {@code operator}: sum, min, max or prod of everything so far; a missing number stays missing and changes nothing. */
    static Table cumulate(Table table, Options options) {
        String operator = options.text("operator", "sum");
        return each(table, options, numbers -> {
            double[] result = new double[numbers.length];
            double soFar = NONE;
            for (int i = 0; i < numbers.length; i++) {
                if (!Double.isNaN(numbers[i])) {
                    soFar = Double.isNaN(soFar) ? numbers[i] : combine(operator, soFar, numbers[i], options);
                }
                result[i] = Double.isNaN(numbers[i]) ? NONE : soFar;
            }
            return result;
        });
    }

    private static double combine(String operator, double one, double other, Options options) {
        return switch (operator) {
            case "sum" -> one + other;
            case "prod" -> one * other;
            case "min" -> Math.min(one, other);
            case "max" -> Math.max(one, other);
            default -> throw options.wrong("no operator \"" + operator + "\"; there are sum, prod, min, max");
        };
    }

    /** {@code rolling_type}, {@code window}, {@code min_periods}, {@code center}; rows with too few before them are dropped. */
    static Table roll(Table table, Options options) {
        Statistic statistic = Statistic.of(options, options.text("rolling_type", "mean"));
        int window = options.number("window", 0);
        if (window < 1) {
            throw options.wrong("window has to be 1 or more");
        }
        int enough = Math.max(1, options.number("min_periods", window));
        int ahead = options.flag("center", false) ? window / 2 : 0;
        Table rolled = each(table, options, numbers -> {
            double[] result = new double[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                int from = Math.max(0, i + ahead - window + 1);
                int to = Math.min(numbers.length, i + ahead + 1);
                double[] present = Arrays.stream(numbers, from, to)
                        .filter(number -> !Double.isNaN(number))
                        .toArray();
                result[i] = present.length < enough ? NONE : statistic.of(present);
            }
            return result;
        });
        int dropped = options.step().options().containsKey("min_periods") ? Math.min(enough - 1, rolled.rows()) : 0;
        Cells cells = new Cells(rolled.rows() - dropped);
        for (int column = 0; column < rolled.columns().size(); column++) {
            Object[] all = Cells.column(rolled, column);
            cells.add(rolled.columns().get(column), Arrays.copyOfRange(all, dropped, all.length));
        }
        return cells.table();
    }

    /** {@code periods}: the difference to that many rows before. */
    static Table difference(Table table, Options options) {
        int periods = options.number("periods", 1);
        return each(table, options, numbers -> {
            double[] result = new double[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                int before = i - periods;
                result[i] = before < 0 || before >= numbers.length ? NONE : numbers[i] - numbers[before];
            }
            return result;
        });
    }

    private static Table each(Table table, Options options, UnaryOperator<double[]> operation) {
        Cells cells = Cells.of(table);
        for (Map.Entry<String, Object> entry : options.map("columns").entrySet()) {
            double[] numbers = operation.apply(Cells.numbers(table, options.column(table, entry.getKey())));
            String target = String.valueOf(entry.getValue());
            cells.put(
                    new Column(target, ColumnType.DECIMAL),
                    Arrays.stream(numbers).mapToObj(Cells::boxed).toArray());
        }
        return cells.table();
    }
}
