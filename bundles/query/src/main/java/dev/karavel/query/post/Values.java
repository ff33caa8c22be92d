package dev.karavel.query.post;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;

/** The natural order of values; what is missing comes last. */
final class Values {
    private Values() {}

    static int compare(Object one, Object other) {
        return compare(one, other, true);
    }

    /** Rows by their values in a column; numbers are unpacked before, which takes half of the time away. */
    static Comparator<Integer> rows(Series series, boolean ascending) {
        Object[] values = series.values();
        boolean doubles = Arrays.stream(values).allMatch(value -> value == null || value instanceof Double);
        if (!doubles) {
            return (one, other) -> compare(values[one], values[other], ascending);
        }
        double[] numbers = series.numbers();
        int sign = ascending ? 1 : -1;
        return (one, other) -> {
            double a = numbers[one];
            double b = numbers[other];
            return a < b ? -sign : a > b ? sign : a == b ? 0 : Boolean.compare(Double.isNaN(a), Double.isNaN(b));
        };
    }

    static int compare(Object one, Object other, boolean ascending) {
        boolean none = Series.isMissing(one);
        boolean noOther = Series.isMissing(other);
        if (none || noOther) {
            return Boolean.compare(none, noOther);
        }
        int order = natural(one, other);
        return ascending ? order : -order;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int natural(Object one, Object other) {
        if (one instanceof Long a && other instanceof Long b) {
            return Long.compare(a, b);
        }
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b);
        }
        if (one instanceof Number a && other instanceof Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        return one.getClass() == other.getClass() && one instanceof Comparable comparable
                ? comparable.compareTo(other)
                : one.toString().compareTo(other.toString());
    }
}
