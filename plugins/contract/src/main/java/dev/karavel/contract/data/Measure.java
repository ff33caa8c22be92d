package dev.karavel.contract.data;

import dev.karavel.spi.data.Metric;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Metrics over a list of sales; over nothing, all but counts are null. */
final class Measure {
    private Measure() {}

    static Object of(Metric metric, List<Sale> sales, Typed typed) {
        if (metric instanceof Metric.Saved saved) {
            return switch (saved.name()) {
                case "count" -> (long) sales.size();
                case "revenue" -> sum(values(sales, "amount"));
                case "average" -> average(values(sales, "price"));
                default -> throw new IllegalArgumentException("The shop has no metric " + saved.name());
            };
        }
        if (metric instanceof Metric.Percentile percentile) {
            return percentile(values(sales, percentile.column()), percentile.fraction());
        }
        if (metric instanceof Metric.Expression expression) {
            return typed.ofGroup(expression.sql(), sales);
        }
        Metric.Simple simple = (Metric.Simple) metric;
        List<Object> values = values(sales, simple.column());
        return switch (simple.aggregate()) {
            case COUNT -> (long) values.size();
            case COUNT_DISTINCT -> values.stream().distinct().count();
            case SUM -> sum(values);
            case AVG -> average(values);
            case MIN -> most(values, Comparator.reverseOrder());
            case MAX -> most(values, Comparator.naturalOrder());
        };
    }

    static Object sum(List<Sale> sales, Function<Sale, Number> number) {
        return sum(sales.stream()
                .map(number)
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList());
    }

    private static List<Object> values(List<Sale> sales, String column) {
        return sales.stream()
                .map(sale -> sale.value(column))
                .filter(Objects::nonNull)
                .toList();
    }

    private static BigDecimal sum(List<Object> values) {
        return values.stream()
                .map(value -> Matching.decimal((Number) value))
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static Double average(List<Object> values) {
        BigDecimal sum = sum(values);
        return sum == null ? null : sum.doubleValue() / values.size();
    }

    /** Between the two nearest, as PERCENTILE_CONT has it. */
    private static Double percentile(List<Object> values, double fraction) {
        double[] sorted = values.stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return null;
        }
        double place = fraction * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }

    @SuppressWarnings("unchecked")
    private static Object most(List<Object> values, Comparator<? extends Comparable<?>> order) {
        return values.stream().max((Comparator<Object>) (Comparator<?>) order).orElse(null);
    }
}
