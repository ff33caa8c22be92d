package dev.karavel.template.access;

import dev.karavel.template.run.Expression;
import dev.karavel.template.run.Loop;
import dev.karavel.template.run.Run;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Namespace;
import dev.karavel.template.value.Undefined;
import dev.karavel.template.value.Values;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;

/** {@code value.name}: of dictionaries, loops and dates; nothing else has fields. */
public record Field(Expression base, String name, int line) implements Expression {
    @Override
    public Object look(Run run) {
        Object value = base.look(run);
        return value instanceof Undefined ? value : of(value, name, line);
    }

    @Override
    public Object evaluate(Run run) {
        run.at(line);
        Object value = of(base.evaluate(run), name, line);
        if (value instanceof Undefined) {
            throw new TemplateFault(line, "There is no field \"" + name + "\" here");
        }
        return value;
    }

    static Object of(Object value, String name, int line) {
        if (value instanceof Map<?, ?> map) {
            return Values.has(map, name) ? Values.get(map, name) : new Undefined(name);
        }
        if (value instanceof Namespace namespace) {
            return namespace.values().containsKey(name) ? namespace.values().get(name) : new Undefined(name);
        }
        if (value instanceof Loop loop) {
            return loop.field(name);
        }
        if (value instanceof LocalDateTime moment) {
            return moment(moment, name);
        }
        if (value instanceof LocalDate date) {
            return moment(date.atStartOfDay(), name);
        }
        throw new TemplateFault(line, Values.typeName(value) + " has no field \"" + name + "\"");
    }

    private static Object moment(LocalDateTime moment, String name) {
        return switch (name) {
            case "year" -> (long) moment.getYear();
            case "month" -> (long) moment.getMonthValue();
            case "day" -> (long) moment.getDayOfMonth();
            case "hour" -> (long) moment.getHour();
            case "minute" -> (long) moment.getMinute();
            case "second" -> (long) moment.getSecond();
            case "microsecond" -> moment.getNano() / 1000L;
            default -> new Undefined(name);
        };
    }
}
