package dev.karavel.template.value;

import dev.karavel.api.template.Outside;
import dev.karavel.api.template.TemplateFunction;
import dev.karavel.template.run.Budget;
import dev.karavel.template.run.TemplateFault;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The closed world of values: what may come in, and how Python sees it. */
public final class Values {
    private static final int DEEPEST = 30;
    private static final int ITEM = 16;

    private Values() {}

    /** A copy of a value from outside the engine that templates may change at will. */
    public static Object in(Object value) {
        return in(value, 0);
    }

    private static Object in(Object value, int depth) {
        deep(depth);
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(in(key, depth + 1), in(each, depth + 1)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(each -> copy.add(in(each, depth + 1)));
            return copy;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value == null
                || value instanceof String
                || value instanceof Outside
                || value instanceof Boolean
                || value instanceof LocalDate
                || value instanceof LocalDateTime
                || value instanceof TemplateFunction) {
            return value;
        }
        throw new IllegalArgumentException(
                "Templates take no values of " + value.getClass().getName());
    }

    private static Number number(Number number) {
        if (number instanceof Integer || number instanceof Short || number instanceof Byte || number instanceof Long) {
            return number.longValue();
        }
        if (number instanceof BigInteger big) {
            return big.bitLength() < 64 ? (Number) big.longValue() : (Number) new BigDecimal(big);
        }
        return number instanceof BigDecimal ? number : (Number) number.doubleValue();
    }

    /** About how many characters a value from outside the engine takes. */
    public static long size(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().mapToLong(Values::size).sum() + ITEM * (map.size() + 1L);
        }
        if (value instanceof List<?> list) {
            return list.stream().mapToLong(Values::size).sum() + ITEM * (list.size() + 1L);
        }
        return Text.is(value) ? Text.length(value) : ITEM;
    }

    /** A value as a function of the scope may take it. */
    public static Object out(Object value) {
        return out(value, 0);
    }

    private static Object out(Object value, int depth) {
        deep(depth);
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(out(key, depth + 1), out(each, depth + 1)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(each -> copy.add(out(each, depth + 1)));
            return copy;
        }
        if (value instanceof Namespace namespace) {
            return out(namespace.values(), depth + 1);
        }
        if (value == null
                || Text.is(value)
                || Numbers.is(value)
                || value instanceof LocalDate
                || value instanceof LocalDateTime) {
            return Text.flat(value);
        }
        throw new TemplateFault(typeName(value) + " cannot be given to a function");
    }

    private static void deep(int depth) {
        if (depth > DEEPEST) {
            throw new TemplateFault("A value is nested more than " + DEEPEST + " deep");
        }
    }

    public static boolean truth(Object value) {
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (Text.is(value)) {
            return Text.length(value) > 0;
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return !(value instanceof Map<?, ?> map) || !map.isEmpty();
    }

    /** As {@code str()} says it: a text of any kind. */
    public static Object text(Object value, Budget budget) {
        return Text.is(value) ? value : written(value, budget, 0);
    }

    private static Object written(Object value, Budget budget, int depth) {
        deep(depth);
        budget.step();
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (value instanceof Number number) {
            return Numbers.text(number);
        }
        if (value instanceof LocalDateTime moment) {
            return Moments.text(moment);
        }
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        if (Text.is(value)) {
            return quoted(value, budget);
        }
        List<Object> pieces = new ArrayList<>();
        if (value instanceof List<?> list) {
            pieces.add("[");
            for (int i = 0; i < list.size(); i++) {
                pieces.add(i == 0 ? "" : ", ");
                pieces.add(written(list.get(i), budget, depth + 1));
            }
            pieces.add("]");
        } else if (value instanceof Map<?, ?> map) {
            pieces.add("{");
            map.forEach((key, each) -> {
                pieces.add(pieces.size() == 1 ? "" : ", ");
                pieces.add(written(key, budget, depth + 1));
                pieces.add(": ");
                pieces.add(written(each, budget, depth + 1));
            });
            pieces.add("}");
        } else {
            throw new TemplateFault(typeName(value) + " cannot be written out; call it with ()");
        }
        budget.items(pieces.size());
        budget.characters(pieces.stream().mapToLong(Text::length).sum());
        return Text.of(pieces);
    }

    private static Object quoted(Object text, Budget budget) {
        budget.characters(Text.length(text));
        // the quotes of what is from outside are escaped when it is put into SQL
        return Text.isSafe(text)
                ? "'" + ((String) text).replace("\\", "\\\\").replace("'", "\\'") + "'"
                : Text.of(List.of("'", text, "'"));
    }

    public static boolean equal(Object left, Object right) {
        return equal(left, right, 0);
    }

    private static boolean equal(Object left, Object right, int depth) {
        deep(depth);
        if (left == null || right == null) {
            return left == right;
        }
        if (Text.is(left)) {
            return Text.is(right) && Text.raw(left).equals(Text.raw(right));
        }
        if (Numbers.is(left) && Numbers.is(right)) {
            return Numbers.compare(left, right) == 0;
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            if (one.size() != other.size()) {
                return false;
            }
            for (int i = 0; i < one.size(); i++) {
                if (!equal(one.get(i), other.get(i), depth + 1)) {
                    return false;
                }
            }
            return true;
        }
        if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
            return one.size() == other.size()
                    && one.entrySet().stream()
                            .allMatch(entry -> has(other, entry.getKey())
                                    && equal(entry.getValue(), get(other, entry.getKey()), depth + 1));
        }
        return left.equals(right);
    }

    public static int compare(Object left, Object right) {
        if (Text.is(left) && Text.is(right)) {
            return Text.raw(left).compareTo(Text.raw(right));
        }
        if (Numbers.is(left) && Numbers.is(right)) {
            return Numbers.compare(left, right);
        }
        if (left instanceof LocalDateTime one && right instanceof LocalDateTime other) {
            return one.compareTo(other);
        }
        if (left instanceof LocalDate one && right instanceof LocalDate other) {
            return one.compareTo(other);
        }
        throw new TemplateFault(typeName(left) + " and " + typeName(right) + " cannot be compared");
    }

    /** Whether the author or somebody else wrote the key makes no difference to finding it. */
    public static boolean has(Map<?, ?> map, Object key) {
        return map.containsKey(key)
                || Text.is(key) && (map.containsKey(Text.raw(key)) || map.containsKey(new Outside(Text.raw(key))));
    }

    public static Object get(Map<?, ?> map, Object key) {
        if (map.containsKey(key) || !Text.is(key)) {
            return map.get(key);
        }
        String raw = Text.raw(key);
        return map.containsKey(raw) ? map.get(raw) : map.get(new Outside(raw));
    }

    /** What a dictionary may be keyed by. */
    public static Object key(Object value) {
        if (value instanceof List || value instanceof Map || value instanceof Namespace) {
            throw new TemplateFault(typeName(value) + " cannot be the key of a dictionary");
        }
        return Text.flat(value);
    }

    public static String typeName(Object value) {
        if (value == null) {
            return "None";
        }
        if (Text.is(value)) {
            return "A text";
        }
        if (value instanceof Boolean) {
            return "A truth value";
        }
        if (value instanceof Number) {
            return "A number";
        }
        if (value instanceof List) {
            return "A list";
        }
        if (value instanceof Map || value instanceof Namespace) {
            return "A dictionary";
        }
        return value instanceof LocalDate || value instanceof LocalDateTime ? "A date" : "A function";
    }
}
