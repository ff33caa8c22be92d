package dev.karavel.query.post.time;

import dev.karavel.query.post.Series;
import java.util.Arrays;

/** What a column becomes at other points in time: {@code method} of the operation resample. */
enum Filling {
    ASFREQ,
    FFILL,
    BFILL,
    LINEAR,
    MEDIAN,
    MEAN,
    SUM;

    /** Whether all values of a period count, and not just one point in time. */
    boolean joins() {
        return this == MEDIAN || this == MEAN || this == SUM;
    }

    boolean needsNumbers() {
        return joins();
    }

    /** @param found by point in time the value that stands there, as far as there is one */
    Object[] filled(Object[] found, boolean numbers) {
        return switch (this) {
            case FFILL -> forth(found);
            case BFILL -> reversed(forth(reversed(found)));
            case LINEAR -> numbers ? linear(found) : found;
            default -> found;
        };
    }

    double join(double[] numbers) {
        double[] present = Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
        if (this == SUM) {
            return Arrays.stream(numbers)
                    .filter(number -> !Double.isNaN(number))
                    .sum();
        }
        if (present.length == 0) {
            return Double.NaN;
        }
        int middle = present.length / 2;
        return this == MEAN
                ? Arrays.stream(present).sum() / present.length
                : present.length % 2 == 1 ? present[middle] : (present[middle - 1] + present[middle]) / 2;
    }

    private static Object[] forth(Object[] values) {
        Object[] filled = values.clone();
        for (int i = 1; i < filled.length; i++) {
            filled[i] = filled[i] == null ? filled[i - 1] : filled[i];
        }
        return filled;
    }

    private static Object[] reversed(Object[] values) {
        Object[] reversed = new Object[values.length];
        Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
        return reversed;
    }

    /** Evenly between two values; after the last one its value, before the first none, as pandas does it. */
    private static Object[] linear(Object[] values) {
        Object[] filled = forth(values);
        int last = -1;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                continue;
            }
            for (int between = last + 1; last >= 0 && between < i; between++) {
                double from = Series.number(values[last]);
                double share = (between - last) / (double) (i - last);
                filled[between] = from + (Series.number(values[i]) - from) * share;
            }
            last = i;
        }
        return filled;
    }
}
