package dev.karavel.template.access;

import dev.karavel.api.template.Arguments;
import dev.karavel.api.template.TemplateFunction;
import dev.karavel.template.method.ListMethods;
import dev.karavel.template.method.MapMethods;
import dev.karavel.template.method.MomentMethods;
import dev.karavel.template.method.TextMethods;
import dev.karavel.template.run.Expression;
import dev.karavel.template.run.Loop;
import dev.karavel.template.run.Macro;
import dev.karavel.template.run.Run;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Text;
import dev.karavel.template.value.Values;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** {@code value.name(…)}: one of Python's methods that we know by name; Java's are out of reach. */
public record MethodCall(Expression base, String name, Given given, int line) implements Expression {
    @Override
    public Object evaluate(Run run) {
        Object value = base.evaluate(run);
        Arguments arguments = given.within(run, name);
        run.at(line);
        if (Text.is(value)) {
            return TextMethods.call(run, value, arguments);
        }
        if (value instanceof Map<?, ?> map) {
            Object own = Values.get(map, name);
            return own instanceof TemplateFunction || own instanceof Macro
                    ? Call.call(run, own, arguments, line)
                    : MapMethods.call(run, changeable(map), arguments);
        }
        if (value instanceof List<?> list) {
            return ListMethods.call(run, changeable(list), arguments);
        }
        if (value instanceof LocalDateTime moment) {
            return MomentMethods.call(moment, false, arguments);
        }
        if (value instanceof LocalDate date) {
            return MomentMethods.call(date.atStartOfDay(), true, arguments);
        }
        if (value instanceof Loop loop) {
            return loop.call(arguments);
        }
        throw new TemplateFault(line, Values.typeName(value) + " has no method " + name + "()");
    }

    @SuppressWarnings("unchecked") // every map and list of a rendering was made by the engine
    private static Map<Object, Object> changeable(Map<?, ?> map) {
        return (Map<Object, Object>) map;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> changeable(List<?> list) {
        return (List<Object>) list;
    }
}
