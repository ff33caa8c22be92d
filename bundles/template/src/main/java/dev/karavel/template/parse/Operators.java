package dev.karavel.template.parse;

import dev.karavel.template.method.Formats;
import dev.karavel.template.run.Expression;
import dev.karavel.template.run.Run;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Numbers;
import dev.karavel.template.value.Text;
import dev.karavel.template.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands between values. */
final class Operators {
    record Step(String operator, Expression right) {}

    private Operators() {}

    static Object compare(Run run, Expression first, List<Step> steps) {
        Object left = first.evaluate(run);
        for (Step step : steps) {
            Object right = step.right().evaluate(run);
            run.budget().step();
            if (!holds(run, step.operator(), left, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private static boolean holds(Run run, String operator, Object left, Object right) {
        return switch (operator) {
            case "==" -> Values.equal(left, right);
            case "!=" -> !Values.equal(left, right);
            case "<" -> Values.compare(left, right) < 0;
            case ">" -> Values.compare(left, right) > 0;
            case "<=" -> Values.compare(left, right) <= 0;
            case ">=" -> Values.compare(left, right) >= 0;
            case "in" -> contains(run, right, left);
            default -> !contains(run, right, left);
        };
    }

    static boolean contains(Run run, Object container, Object wanted) {
        if (Text.is(container) && Text.is(wanted)) {
            run.budget().steps(Text.length(container));
            return Text.raw(container).contains(Text.raw(wanted));
        }
        if (container instanceof List<?> list) {
            run.budget().steps(list.size());
            return list.stream().anyMatch(item -> Values.equal(item, wanted));
        }
        if (container instanceof Map<?, ?> map) {
            return Values.has(map, wanted);
        }
        throw new TemplateFault("Nothing is in this: " + Values.typeName(container));
    }

    static Object calculate(Run run, String operator, Object left, Object right) {
        if (operator.equals("~")) {
            Object one = Values.text(left, run.budget());
            return joined(run, one, Values.text(right, run.budget()));
        }
        if (operator.equals("%") && Text.is(left)) {
            return Formats.percent(run, left, right);
        }
        if (operator.equals("+") && Text.is(left) && Text.is(right)) {
            return joined(run, left, right);
        }
        if (operator.equals("+") && left instanceof List<?> one && right instanceof List<?> other) {
            run.budget().items((long) one.size() + other.size());
            List<Object> all = new ArrayList<>(one);
            all.addAll(other);
            return all;
        }
        if (operator.equals("*") && right instanceof Long times && (Text.is(left) || left instanceof List)) {
            return repeated(run, left, times);
        }
        if (operator.equals("*") && left instanceof Long times && (Text.is(right) || right instanceof List)) {
            return repeated(run, right, times);
        }
        return Numbers.calculate(operator, left, right);
    }

    private static Object joined(Run run, Object left, Object right) {
        run.budget().characters(Text.length(left) + Text.length(right));
        return Text.of(List.of(left, right));
    }

    private static Object repeated(Run run, Object value, long times) {
        long count = Math.max(0, times);
        if (value instanceof List<?> list) {
            run.budget().items(product(list.size(), count));
            List<Object> all = new ArrayList<>();
            for (long i = 0; i < count && !list.isEmpty(); i++) {
                all.addAll(list);
            }
            return all;
        }
        run.budget().characters(product(Text.length(value), count));
        String raw = Text.raw(value);
        return Text.like(raw.isEmpty() ? "" : raw.repeat((int) count), value);
    }

    private static long product(long size, long count) {
        return size == 0 ? 0 : count > Integer.MAX_VALUE ? Long.MAX_VALUE : size * count;
    }
}
