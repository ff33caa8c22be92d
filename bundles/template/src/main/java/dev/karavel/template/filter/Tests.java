package dev.karavel.template.filter;

import dev.karavel.api.template.Arguments;
import dev.karavel.template.access.Given;
import dev.karavel.template.run.Expression;
import dev.karavel.template.run.Run;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Numbers;
import dev.karavel.template.value.Text;
import dev.karavel.template.value.Undefined;
import dev.karavel.template.value.Values;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Jinja's tests: {@code x is defined}. */
public final class Tests {
    private Tests() {}

    public static boolean holds(Run run, String name, Expression value, Given given, int line) {
        run.at(line);
        switch (name) {
            case "defined" -> {
                return !(value.look(run) instanceof Undefined);
            }
            case "undefined" -> {
                return value.look(run) instanceof Undefined;
            }
            default -> {
                return holds(run, name, value.evaluate(run), given.within(run, name), line);
            }
        }
    }

    private static boolean holds(Run run, String name, Object value, Arguments arguments, int line) {
        return switch (name) {
            case "none" -> value == null;
            case "true" -> Boolean.TRUE.equals(value);
            case "false" -> Boolean.FALSE.equals(value);
            case "boolean" -> value instanceof Boolean;
            case "string" -> Text.is(value);
            case "number" -> value instanceof Number;
            case "integer" -> value instanceof Long;
            case "float" -> value instanceof Double;
            case "mapping" -> value instanceof Map;
            case "sequence", "iterable" -> value instanceof List || value instanceof Map || Text.is(value);
            case "lower" ->
                Text.is(value) && Text.raw(value).equals(Text.raw(value).toLowerCase(Locale.ROOT));
            case "upper" ->
                Text.is(value) && Text.raw(value).equals(Text.raw(value).toUpperCase(Locale.ROOT));
            case "even" -> remainder(value, 2L) == 0;
            case "odd" -> remainder(value, 2L) != 0;
            case "divisibleby" -> remainder(value, other(run, arguments)) == 0;
            case "in" -> in(run, value, other(run, arguments));
            case "eq", "equalto", "sameas", "==" -> Values.equal(value, other(run, arguments));
            case "ne", "!=" -> !Values.equal(value, other(run, arguments));
            case "lt", "lessthan", "<" -> Values.compare(value, other(run, arguments)) < 0;
            case "le", "<=" -> Values.compare(value, other(run, arguments)) <= 0;
            case "gt", "greaterthan", ">" -> Values.compare(value, other(run, arguments)) > 0;
            case "ge", ">=" -> Values.compare(value, other(run, arguments)) >= 0;
            default -> throw new TemplateFault(line, "There is no test \"" + name + "\"");
        };
    }

    private static Object other(Run run, Arguments arguments) {
        if (arguments.positional().size() != 1) {
            throw new TemplateFault(run.line(), "The test " + arguments.function() + " needs one value");
        }
        return arguments.positional().get(0);
    }

    private static double remainder(Object value, Object by) {
        return Numbers.realOf(Numbers.calculate("%", value, by));
    }

    private static boolean in(Run run, Object value, Object container) {
        if (Text.is(container) && Text.is(value)) {
            return Text.raw(container).contains(Text.raw(value));
        }
        List<Object> items = Lists.items(run, container);
        return items.stream().anyMatch(item -> Values.equal(item, value));
    }
}
