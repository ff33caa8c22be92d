package dev.karavel.template.access;

import dev.karavel.template.run.Expression;
import dev.karavel.template.run.Run;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Text;
import dev.karavel.template.value.Undefined;
import dev.karavel.template.value.Values;
import java.util.List;
import java.util.Map;

/** {@code value[index]}. */
public record Index(Expression base, Expression index, int line) implements Expression {
    @Override
    public Object look(Run run) {
        Object value = base.look(run);
        return value instanceof Undefined ? value : of(run, value, index.evaluate(run));
    }

    @Override
    public Object evaluate(Run run) {
        Object key = index.evaluate(run);
        Object value = of(run, base.evaluate(run), key);
        if (value instanceof Undefined missing) {
            throw new TemplateFault(line, "There is nothing at [" + missing.what() + "]");
        }
        return value;
    }

    private Object of(Run run, Object value, Object key) {
        run.at(line);
        if (value instanceof Map<?, ?> map) {
            return Values.has(map, key) ? Values.get(map, key) : new Undefined(shown(key));
        }
        if (!(key instanceof Long position)) {
            if (Text.is(key)
                    && !(value instanceof List)
                    && !Text.is(value)
                    && !Text.raw(key).startsWith("_")) {
                return Field.of(value, Text.raw(key), line);
            }
            throw new TemplateFault(line, Values.typeName(value) + " has nothing at [" + shown(key) + "]");
        }
        long size = value instanceof List<?> list ? list.size() : Text.is(value) ? Text.length(value) : -1;
        if (size < 0) {
            throw new TemplateFault(line, Values.typeName(value) + " has no positions");
        }
        long at = position < 0 ? position + size : position;
        if (at < 0 || at >= size) {
            return new Undefined(shown(key));
        }
        return value instanceof List<?> list
                ? list.get((int) at)
                : Text.like(Text.raw(value).substring((int) at, (int) at + 1), value);
    }

    private static String shown(Object key) {
        return key instanceof String || key instanceof Long ? String.valueOf(key) : "…";
    }
}
