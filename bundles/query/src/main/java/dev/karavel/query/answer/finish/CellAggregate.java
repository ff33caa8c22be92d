package dev.karavel.query.answer.finish;

import dev.karavel.api.error.KaravelException;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the values of one cell of a pivot table become one, under Superset's words. */
enum CellAggregate {
    SUM("Sum"),
    AVERAGE("Average"),
    MEDIAN("Median"),
    SAMPLE_VARIANCE("Sample Variance"),
    SAMPLE_DEVIATION("Sample Standard Deviation"),
    MINIMUM("Minimum"),
    MAXIMUM("Maximum"),
    FIRST("First"),
    LAST("Last"),
    COUNT("Count"),
    COUNT_UNIQUE("Count Unique Values"),
    LIST_UNIQUE("List Unique Values");

    /** What a cell is divided by afterwards. */
    enum Share {
        NOTHING(""),
        TOTAL(" as Fraction of Total"),
        ROWS(" as Fraction of Rows"),
        COLUMNS(" as Fraction of Columns");

        private final String ending;

        Share(String ending) {
            this.ending = ending;
        }

        static Share of(String words) {
            for (Share share : values()) {
                if (share != NOTHING && words.endsWith(share.ending)) {
                    return share;
                }
            }
            return NOTHING;
        }
    }

    private final String word;

    CellAggregate(String word) {
        this.word = word;
    }

    static CellAggregate of(String words) {
        String plain =
                words.substring(0, words.length() - Share.of(words).ending.length());
        for (CellAggregate aggregate : values()) {
            if (aggregate.word.equals(plain)) {
                return aggregate;
            }
        }
        throw KaravelException.invalid("aggregateFunction", "No aggregate \"" + words + "\" of pivot tables");
    }

    /** Null of nothing. */
    Object of(List<Object> all) {
        List<Object> values = all.stream().filter(Objects::nonNull).toList();
        if (this == COUNT) {
            return (long) values.size();
        }
        if (this == COUNT_UNIQUE) {
            return values.stream().distinct().count();
        }
        if (values.isEmpty()) {
            return null;
        }
        return switch (this) {
            case FIRST -> values.get(0);
            case LAST -> values.get(values.size() - 1);
            case LIST_UNIQUE ->
                new LinkedHashSet<>(values).stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> number(values);
        };
    }

    private Object number(List<Object> values) {
        double[] numbers = values.stream()
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .toArray();
        if (numbers.length == 0) {
            return this == MINIMUM || this == MAXIMUM ? extreme(values) : null;
        }
        double sum = exactSum(values);
        double mean = sum / numbers.length;
        return switch (this) {
            case SUM -> sum;
            case AVERAGE -> mean;
            case MEDIAN -> median(numbers);
            case MINIMUM -> java.util.Arrays.stream(numbers).min().getAsDouble();
            case MAXIMUM -> java.util.Arrays.stream(numbers).max().getAsDouble();
            case SAMPLE_VARIANCE -> variance(numbers, mean).orElse(null);
            case SAMPLE_DEVIATION -> variance(numbers, mean).map(Math::sqrt).orElse(null);
            default -> throw new IllegalStateException(name());
        };
    }

    /** Of decimals as people add them: 0.1 and 0.2 are 0.3. */
    private static double exactSum(List<Object> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Object value : values) {
            if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
                sum = sum.add(new BigDecimal(number.toString()));
            }
        }
        return sum.doubleValue();
    }

    private Object extreme(List<Object> values) {
        Object best = values.get(0);
        for (Object value : values) {
            int order = PivotKeys.ORDER.compare(List.of(value), List.of(best));
            best = this == MINIMUM ? order < 0 ? value : best : order > 0 ? value : best;
        }
        return best;
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        java.util.Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static Optional<Double> variance(double[] numbers, double mean) {
        if (numbers.length < 2) {
            return Optional.empty();
        }
        double sum = 0;
        for (double number : numbers) {
            sum += (number - mean) * (number - mean);
        }
        return Optional.of(sum / (numbers.length - 1));
    }
}
