package dev.karavel.query.post;

import dev.karavel.spi.data.ColumnType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A column of a frame.
 *
 * @param key its name, one part per level of the frame's columns; a part is null once it was renamed away
 * @param values never changed once they are here
 */
public record Series(List<String> key, ColumnType type, Object[] values) {
    static final String SEPARATOR = ", ";

    public static Series of(String name, ColumnType type, Object[] values) {
        return new Series(List.of(name), type, values);
    }

    /** Of computed numbers: NaN and what is infinite become null. */
    public static Series of(List<String> key, double[] numbers) {
        return new Series(
                key,
                ColumnType.DECIMAL,
                Arrays.stream(numbers).mapToObj(Series::boxed).toArray());
    }

    /**
     * Of values whose kind shows only now: all whole numbers are INTEGER, whole ones among others become doubles.
     *
     * @param otherwise the type of values that are no numbers, or not there
     */
    public static Series computed(List<String> key, ColumnType otherwise, Object[] values) {
        boolean whole = true;
        boolean numbers = false;
        for (Object value : values) {
            if (value != null && !(value instanceof Number)) {
                return new Series(key, otherwise, values);
            }
            whole &= value == null || value instanceof Long;
            numbers |= value != null;
        }
        if (!numbers || whole) {
            return new Series(key, numbers ? ColumnType.INTEGER : otherwise, values);
        }
        Object[] decimals = new Object[values.length];
        Arrays.setAll(decimals, i -> values[i] instanceof Long number ? (Object) number.doubleValue() : values[i]);
        return new Series(key, ColumnType.DECIMAL, decimals);
    }

    public static Object boxed(double number) {
        return Double.isFinite(number) ? (Object) number : null;
    }

    /** The first part of the key: the metric of a pivoted frame, the whole name of any other. */
    String label() {
        return key.get(0);
    }

    /** The parts of the key that are left, as one text. */
    public String name() {
        return key.stream().filter(Objects::nonNull).collect(Collectors.joining(SEPARATOR));
    }

    public boolean isNumeric() {
        return type.isNumeric();
    }

    /** As doubles; null and everything that is no number as NaN. */
    public double[] numbers() {
        double[] numbers = new double[values.length];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = number(values[row]);
        }
        return numbers;
    }

    public static double number(Object value) {
        return value instanceof Number number
                ? number.doubleValue()
                : value instanceof Boolean truth ? truth ? 1 : 0 : Double.NaN;
    }

    Series named(List<String> other) {
        return new Series(other, type, values);
    }

    /** The key with another label before the parts that follow it. */
    List<String> keyUnder(String label) {
        List<String> renamed = new ArrayList<>(key);
        renamed.set(0, label);
        return renamed;
    }

    Series rows(int[] rows) {
        Object[] taken = new Object[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = values[rows[i]];
        }
        return new Series(key, type, taken);
    }

    /** Null, NaN and Not-a-Number decimals alike are missing. */
    static boolean isMissing(Object value) {
        return value == null || value instanceof Double number && number.isNaN();
    }

    static Object exactSum(Object one, Object other) {
        if (one instanceof Long a && other instanceof Long b) {
            long sum = a + b;
            return ((a ^ sum) & (b ^ sum)) < 0 ? (Object) ((double) a + b) : (Object) sum;
        }
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.add(b);
        }
        return number(one) + number(other);
    }
}
