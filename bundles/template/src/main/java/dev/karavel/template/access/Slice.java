package dev.karavel.template.access;

import dev.karavel.template.run.Expression;
import dev.karavel.template.run.Run;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Text;
import dev.karavel.template.value.Values;
import java.util.ArrayList;
import java.util.List;

/** {@code value[from:to:step]}; what is left out is null. */
public record Slice(Expression base, Expression from, Expression to, Expression step, int line) implements Expression {
    @Override
    public Object evaluate(Run run) {
        Object value = base.evaluate(run);
        run.at(line);
        if (Text.is(value)) {
            String raw = Text.raw(value);
            run.budget().characters(raw.length());
            StringBuilder part = new StringBuilder();
            positions(run, raw.length()).forEach(at -> part.append(raw.charAt(at)));
            return Text.like(part.toString(), value);
        }
        if (value instanceof List<?> list) {
            List<Object> part = new ArrayList<>();
            positions(run, list.size()).forEach(at -> part.add(list.get(at)));
            return part;
        }
        throw new TemplateFault(line, Values.typeName(value) + " cannot be sliced");
    }

    private List<Integer> positions(Run run, int size) {
        run.budget().items(size);
        long by = number(run, step, 1);
        if (by == 0) {
            throw new TemplateFault(line, "A slice needs a step other than 0");
        }
        long begin = within(number(run, from, by > 0 ? 0 : size - 1), size, by, from == null);
        long end = within(number(run, to, by > 0 ? size : -1), size, by, to == null);
        List<Integer> positions = new ArrayList<>();
        for (long at = begin; by > 0 ? at < end : at > end; at += Math.max(-size, Math.min(size, by))) {
            positions.add((int) at);
        }
        return positions;
    }

    private static long within(long position, int size, long by, boolean absent) {
        long at = position < 0 && !absent ? position + size : position;
        return by > 0 ? Math.max(0, Math.min(size, at)) : Math.max(-1, Math.min(size - 1L, at));
    }

    private long number(Run run, Expression expression, long otherwise) {
        Object value = expression == null ? null : expression.evaluate(run);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Long whole) {
            return whole;
        }
        throw new TemplateFault(line, "A slice needs whole numbers");
    }
}
