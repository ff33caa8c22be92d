package dev.karavel.template.value;

import dev.karavel.template.run.TemplateFault;
import java.math.BigDecimal;
import java.util.Locale;

/** Python's arithmetic in 64 bits. */
public final class Numbers {
    private static final double PLAIN = 1e16;
    private static final int MOST_DIGITS = 60;

    private Numbers() {}

    /** Truth values count as 0 and 1. */
    public static boolean is(Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    private static boolean whole(Object value) {
        return value instanceof Long || value instanceof Boolean;
    }

    private static long wholeOf(Object value) {
        return value instanceof Boolean truth ? (truth ? 1 : 0) : (Long) value;
    }

    public static double realOf(Object value) {
        return whole(value) ? wholeOf(value) : ((Number) value).doubleValue();
    }

    public static int compare(Object left, Object right) {
        if (whole(left) && whole(right)) {
            return Long.compare(wholeOf(left), wholeOf(right));
        }
        return exact(left).compareTo(exact(right));
    }

    private static BigDecimal exact(Object value) {
        if (whole(value)) {
            return BigDecimal.valueOf(wholeOf(value));
        }
        return value instanceof BigDecimal decimal ? decimal : new BigDecimal(finite(((Number) value).doubleValue()));
    }

    public static Object calculate(String operator, Object left, Object right) {
        if (!is(left) || !is(right)) {
            throw new TemplateFault(Values.typeName(left) + " " + operator + " "
                    + Values.typeName(right).toLowerCase(Locale.ROOT) + " cannot be worked out");
        }
        try {
            return whole(left) && whole(right) && !operator.equals("/")
                    ? wholes(operator, wholeOf(left), wholeOf(right))
                    : (Object) finite(reals(operator, realOf(left), realOf(right)));
        } catch (ArithmeticException e) {
            throw new TemplateFault(right.equals(0L) ? "Division by zero" : "A number is too large");
        }
    }

    private static Object wholes(String operator, long left, long right) {
        return switch (operator) {
            case "+" -> Math.addExact(left, right);
            case "-" -> Math.subtractExact(left, right);
            case "*" -> Math.multiplyExact(left, right);
            case "//" -> Math.floorDiv(left, right);
            case "%" -> Math.floorMod(left, right);
            default -> right < 0 ? (Object) finite(Math.pow(left, right)) : (Object) power(left, right);
        };
    }

    private static long power(long base, long exponent) {
        if (base == 0 || base == 1 || base == -1) {
            return exponent == 0 || base == 1 || base == -1 && exponent % 2 == 0 ? 1 : base;
        }
        long result = 1;
        for (long i = 0; i < exponent; i++) {
            result = Math.multiplyExact(result, base);
        }
        return result;
    }

    private static double reals(String operator, double left, double right) {
        if (right == 0 && !"+-*".contains(operator) && !operator.equals("**")) {
            throw new TemplateFault("Division by zero");
        }
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            case "//" -> Math.floor(left / right);
            case "%" -> left - right * Math.floor(left / right);
            default -> Math.pow(left, right);
        };
    }

    private static double finite(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new TemplateFault("A number is too large");
        }
        return number;
    }

    static String text(Number number) {
        if (number instanceof BigDecimal decimal) {
            if (Math.abs((long) decimal.scale()) + decimal.precision() > MOST_DIGITS) {
                throw new TemplateFault("A number has too many digits");
            }
            return decimal.toPlainString();
        }
        if (number instanceof Double real) {
            return real == Math.rint(real) && Math.abs(real) < PLAIN
                    ? new BigDecimal(real).toPlainString() + ".0"
                    : Double.toString(real).replace("E-", "e-").replace("E", "e+");
        }
        return number.toString();
    }
}
