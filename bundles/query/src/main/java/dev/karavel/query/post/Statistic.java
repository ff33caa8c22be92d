package dev.karavel.query.post;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What several values of a group become; nulls do not count. */
enum Statistic {
    SUM,
    MEAN,
    AVERAGE,
    MEDIAN,
    MIN,
    MAX,
    COUNT,
    NUNIQUE,
    STD,
    VAR,
    FIRST,
    LAST;

    static Statistic of(Options options, Object given) {
        Object word = given instanceof java.util.Map<?, ?> map ? map.get("operator") : given;
        for (Statistic statistic : values()) {
            if (statistic.name().equals(String.valueOf(word).toUpperCase(Locale.ROOT))) {
                return statistic;
            }
        }
        throw options.wrong("no operator \"" + word + "\"; there are "
                + Arrays.toString(values()).toLowerCase(Locale.ROOT));
    }

    boolean isCount() {
        return this == COUNT || this == NUNIQUE;
    }

    Object of(List<Object> cells) {
        List<Object> present = cells.stream().filter(Objects::nonNull).toList();
        if (isCount()) {
            return this == COUNT
                    ? (long) present.size()
                    : present.stream().distinct().count();
        }
        if (present.isEmpty()) {
            return null;
        }
        if (this == FIRST || this == LAST || present.size() == 1 && this != STD && this != VAR) {
            return present.get(this == LAST ? present.size() - 1 : 0);
        }
        if (this == MIN || this == MAX) {
            return present.stream()
                    .reduce((one, other) -> Sorting.compare(one, other) <= 0 == (this == MIN) ? one : other)
                    .orElseThrow();
        }
        return Cells.boxed(of(present.stream()
                .mapToDouble(cell -> cell instanceof Number number ? number.doubleValue() : Double.NaN)
                .toArray()));
    }

    /** @param numbers none of them missing, at least one */
    double of(double[] numbers) {
        return switch (this) {
            case SUM -> Arrays.stream(numbers).sum();
            case MEAN, AVERAGE -> Arrays.stream(numbers).average().orElse(Double.NaN);
            case MEDIAN -> median(numbers);
            case MIN -> Arrays.stream(numbers).min().orElse(Double.NaN);
            case MAX -> Arrays.stream(numbers).max().orElse(Double.NaN);
            case COUNT -> numbers.length;
            case NUNIQUE -> Arrays.stream(numbers).distinct().count();
            case FIRST -> numbers[0];
            case LAST -> numbers[numbers.length - 1];
            case VAR -> variance(numbers);
            case STD -> Math.sqrt(variance(numbers));
        };
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Of a sample, so there is none for one number. */
    private static double variance(double[] numbers) {
        if (numbers.length < 2) {
            return Double.NaN;
        }
        double mean = Arrays.stream(numbers).average().orElse(Double.NaN);
        return Arrays.stream(numbers)
                        .map(number -> (number - mean) * (number - mean))
                        .sum()
                / (numbers.length - 1);
    }
}
