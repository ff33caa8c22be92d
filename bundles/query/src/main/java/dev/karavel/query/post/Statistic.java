package dev.karavel.query.post;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the values of a group become, under numpy's names and with its numbers. As in Superset missing values do not count,
 * but for {@code average} and {@code percentile}, which are missing themselves if one value is, and for {@code count} and
 * {@code count_nonzero}, which count them. {@code std} and {@code var} are those of all there is unless {@code ddof} is 1.
 */
record Statistic(String operator, double share, Quantile method, int less) {
    private static final Set<String> COUNTS = Set.of("count", "count_nonzero", "nunique", "argmin", "argmax");
    private static final Set<String> ANY_TYPE = Set.of("min", "max", "nanmin", "nanmax", "first", "last");
    private static final Set<String> SPREAD = Set.of("std", "var");
    private static final Set<String> PERCENTILES = Set.of("percentile", "nanpercentile");
    private static final List<String> NUMERIC =
            List.of("average", "mean", "nanmean", "median", "nanmedian", "sum", "nansum", "prod", "product");
    private static final List<String> OPERATORS = Stream.of(COUNTS, ANY_TYPE, SPREAD, PERCENTILES, NUMERIC)
            .flatMap(Collection::stream)
            .sorted()
            .toList();

    static Statistic plain(String operator) {
        return new Statistic(operator, Double.NaN, Quantile.LINEAR, 0);
    }

    /** @param given the name of an operator, or {@code {operator, options}} */
    static Statistic of(Options options, String option, Object given) {
        Map<?, ?> map = given instanceof Map<?, ?> asked ? asked : Map.of("operator", String.valueOf(given));
        Object operator = map.get("operator");
        if (!(operator instanceof String word) || !OPERATORS.contains(word)) {
            throw options.wrong(option, "there is no operator " + operator + "; there are " + OPERATORS);
        }
        Object own = map.get("options");
        Map<?, ?> details = own instanceof Map<?, ?> detail ? detail : Map.of();
        Set<String> known = SPREAD.contains(word)
                ? Set.of("ddof")
                : PERCENTILES.contains(word) ? Set.of("q", "method", "interpolation") : Set.of();
        if (own != null && !(own instanceof Map) || !known.containsAll(details.keySet())) {
            throw options.wrong(option, word + " takes as options " + known + ", not " + own);
        }
        Object method = details.get("method") == null ? details.get("interpolation") : details.get("method");
        return new Statistic(
                word,
                share(options, option, word, details.get("q")),
                method == null ? Quantile.LINEAR : Quantile.of(options, option, method),
                details.get("ddof") instanceof Number less ? less.intValue() : 0);
    }

    private static double share(Options options, String option, String operator, Object q) {
        if (!PERCENTILES.contains(operator)) {
            return Double.NaN;
        }
        if (q instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 100) {
            return number.doubleValue() / 100;
        }
        throw options.wrong(option, operator + " needs options {\"q\": a number from 0 to 100}, not " + q);
    }

    boolean isCount() {
        return COUNTS.contains(operator);
    }

    /** @param blame what to say if a value is no number where one is needed */
    Object of(Object[] cells, Runnable blame) {
        Object[] present =
                Arrays.stream(cells).filter(cell -> !Series.isMissing(cell)).toArray();
        boolean whole = present.length == cells.length;
        if (isCount()) {
            return count(cells, present);
        }
        if (ANY_TYPE.contains(operator)) {
            return present.length == 0 ? null : chosen(present);
        }
        for (Object cell : present) {
            if (!(cell instanceof Number || cell instanceof Boolean)) {
                blame.run();
            }
        }
        if (operator.equals("sum") || operator.equals("nansum")) {
            return sum(present);
        }
        if (!whole && (operator.equals("average") || operator.equals("percentile"))) {
            return null;
        }
        if (present.length == 1 && present[0] instanceof Number && keepsOne()) {
            return present[0];
        }
        return Series.boxed(
                of(Arrays.stream(present).mapToDouble(Series::number).toArray()));
    }

    /** Whether one number alone stays exactly what it is, be it a long or a decimal. */
    private boolean keepsOne() {
        return !isCount() && !SPREAD.contains(operator);
    }

    private Object count(Object[] cells, Object[] present) {
        return switch (operator) {
            case "count" -> (long) cells.length;
            case "nunique" -> Arrays.stream(present).distinct().count();
            case "count_nonzero" ->
                Arrays.stream(cells)
                        .filter(cell -> !(cell instanceof Number number && number.doubleValue() == 0)
                                && !Boolean.FALSE.equals(cell))
                        .count();
            default ->
                present.length == 0
                        ? null
                        : (Object) (long) Arrays.asList(cells).indexOf(chosen(present));
        };
    }

    private Object chosen(Object[] present) {
        if (operator.equals("first") || operator.equals("last")) {
            return present[operator.equals("last") ? present.length - 1 : 0];
        }
        int sign = operator.endsWith("min") ? 1 : -1;
        return Arrays.stream(present)
                .reduce((one, other) -> sign * Values.compare(one, other) <= 0 ? one : other)
                .orElseThrow();
    }

    private static Object sum(Object[] present) {
        boolean exact = Arrays.stream(present).noneMatch(cell -> cell instanceof Double || cell instanceof Boolean);
        return exact
                ? Arrays.stream(present).reduce(Series::exactSum).orElse(0L)
                : Series.boxed(Arrays.stream(present)
                        .filter(Objects::nonNull)
                        .mapToDouble(Series::number)
                        .sum());
    }

    /** @param numbers none of them missing */
    double of(double[] numbers) {
        return switch (operator) {
            case "prod", "product" -> Arrays.stream(numbers).reduce(1, (one, other) -> one * other);
            case "std" -> Math.sqrt(Sample.variance(numbers, less));
            case "var" -> Sample.variance(numbers, less);
            case "median", "nanmedian" -> quantile(numbers, 0.5, Quantile.MIDPOINT);
            case "percentile", "nanpercentile" -> quantile(numbers, share, method);
            default -> Sample.mean(numbers);
        };
    }

    private static double quantile(double[] numbers, double share, Quantile method) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return method.of(sorted, sorted.length, share);
    }
}
