package dev.karavel.query.post;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What pandas.DataFrame.rolling computes of the numbers in a window that are there. */
record Window(ToDoubleFunction<double[]> function) {
    private static final Set<String> DDOF = Set.of("ddof");

    static Window read(Options options, String type) {
        Map<String, Object> details = options.map("rolling_type_options");
        Set<String> known =
                switch (type) {
                    case "std", "var" -> DDOF;
                    case "quantile" -> Set.of("quantile", "interpolation");
                    default -> Set.of();
                };
        if (!known.containsAll(details.keySet())) {
            throw options.wrong("rolling_type_options", type + " takes " + known + ", not " + details.keySet());
        }
        int less = details.get("ddof") instanceof Number given ? given.intValue() : 1;
        return new Window(
                switch (type) {
                    case "count", "sum" -> Sample::sum;
                    case "mean" -> numbers -> numbers.length == 0 ? Double.NaN : Sample.mean(numbers);
                    case "min" -> numbers -> Arrays.stream(numbers).min().orElse(Double.NaN);
                    case "max" -> numbers -> Arrays.stream(numbers).max().orElse(Double.NaN);
                    case "std" -> numbers -> Math.sqrt(Sample.variance(numbers, less));
                    case "var" -> numbers -> Sample.variance(numbers, less);
                    case "skew" -> Sample::skewness;
                    case "kurt" -> Sample::kurtosis;
                    case "median" -> quantile(0.5, Quantile.MIDPOINT);
                    default -> quantile(share(options, details), method(options, details));
                });
    }

    private static double share(Options options, Map<String, Object> details) {
        if (details.get("quantile") instanceof Number share && share.doubleValue() >= 0 && share.doubleValue() <= 1) {
            return share.doubleValue();
        }
        throw options.wrong("rolling_type_options", "quantile needs {\"quantile\": a number from 0 to 1}");
    }

    private static Quantile method(Options options, Map<String, Object> details) {
        Object word = details.get("interpolation");
        return word == null ? Quantile.LINEAR : Quantile.of(options, "rolling_type_options", word);
    }

    private static ToDoubleFunction<double[]> quantile(double share, Quantile method) {
        return numbers -> {
            double[] sorted = numbers.clone();
            Arrays.sort(sorted);
            return method.of(sorted, sorted.length, share);
        };
    }
}
