package dev.karavel.query.post;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/** {@code operator}, {@code columns}: the sum, prod, min or max of everything so far. As in Superset a missing number is 0. */
final class Cumulation {
    private Cumulation() {}

    static Step read(Options options) {
        options.known("operator", "columns", "is_pivot_df");
        DoubleBinaryOperator operator =
                switch (options.choice("operator", "sum", "sum", "prod", "min", "max")) {
                    case "prod" -> (one, other) -> one * other;
                    case "min" -> Math::min;
                    case "max" -> Math::max;
                    default -> Double::sum;
                };
        Targets targets = Targets.read(options);
        return frame -> targets.each(frame, numbers -> {
            double[] result = Arrays.stream(numbers)
                    .map(number -> Double.isNaN(number) ? 0 : number)
                    .toArray();
            for (int i = 1; i < result.length; i++) {
                result[i] = operator.applyAsDouble(result[i - 1], result[i]);
            }
            return result;
        });
    }
}
