package dev.karavel.template.filter;

import dev.karavel.api.template.Arguments;
import dev.karavel.api.template.TemplateFunction;
import dev.karavel.template.access.Call;
import dev.karavel.template.access.Given;
import dev.karavel.template.method.Formats;
import dev.karavel.template.method.TextMethods;
import dev.karavel.template.run.Expression;
import dev.karavel.template.run.Run;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Moments;
import dev.karavel.template.value.Numbers;
import dev.karavel.template.value.Text;
import dev.karavel.template.value.Undefined;
import dev.karavel.template.value.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Jinja's filters that say something in SQL, and those of the scope. */
public final class Filters {
    private static final Set<String> TEXT_METHODS = Set.of("upper", "lower", "title", "capitalize", "replace");
    private static final String KNOWN =
            "abs, capitalize, count, d, default, dictsort, first, float, format, int, items, "
                    + "join, last, length, list, lower, map, max, min, reject, rejectattr, replace, reverse, round, safe, select, "
                    + "selectattr, sort, string, sum, title, to_datetime, tojson, trim, unique, upper";

    private Filters() {}

    /** A filter on a value that need not be there: {@code |default} asks for that. */
    public static Object apply(Run run, String name, Expression value, Given given, int line) {
        if (name.equals("default") || name.equals("d")) {
            return otherwise(run, value.look(run), given);
        }
        return apply(run, name, value.evaluate(run), given.worth(run, name, List.of()), line);
    }

    static Object apply(Run run, String name, Object value, Arguments arguments, int line) {
        run.at(line);
        TemplateFunction host = run.filter(name);
        if (host != null) {
            List<Object> all = new ArrayList<>(Collections.singletonList(value));
            all.addAll(arguments.positional());
            return Call.host(run, host, new Arguments(name, all, arguments.named()), line);
        }
        if (TEXT_METHODS.contains(name)) {
            return TextMethods.call(run, Values.text(value, run.budget()), arguments);
        }
        return Lists.knows(name) ? Lists.apply(run, name, value, arguments) : single(run, name, value, arguments);
    }

    private static Object single(Run run, String name, Object value, Arguments arguments) {
        return switch (name) {
            case "trim" ->
                TextMethods.call(
                        run,
                        Values.text(value, run.budget()),
                        new Arguments("strip", arguments.positional(), arguments.named()));
            case "string", "safe" -> Values.text(value, run.budget());
            case "format" -> Formats.percent(run, Values.text(value, run.budget()), formatted(arguments));
            case "length", "count" -> size(value);
            case "abs" -> absolute(value);
            case "round" -> rounded(number(value, name), arguments.of("precision", "method"));
            case "int" -> whole(value, arguments.of("default").value("default"));
            case "float" -> {
                Object otherwise = arguments.of("default").value("default");
                yield real(value, otherwise == null ? 0.0 : otherwise);
            }
            case "tojson" -> Json.of(run, value);
            case "to_datetime" -> moment(value, arguments.of("format"));
            default ->
                throw new TemplateFault(
                        run.line(), "There is no filter \"" + name + "\"; there are where_in, " + KNOWN);
        };
    }

    private static Object otherwise(Run run, Object value, Given given) {
        Arguments arguments = given.within(run, "default").of("value", "boolean");
        boolean missing = value instanceof Undefined || arguments.flag("boolean", false) && !Values.truth(value);
        Object instead = arguments.value("value");
        return !missing ? value : instead == null && !arguments.named().containsKey("value") ? "" : instead;
    }

    private static Object formatted(Arguments arguments) {
        return arguments.named().isEmpty()
                ? new ArrayList<>(arguments.positional())
                : new LinkedHashMap<Object, Object>(arguments.named());
    }

    private static long size(Object value) {
        if (Text.is(value)) {
            return Text.length(value);
        }
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        if (value instanceof List<?> list) {
            return list.size();
        }
        throw new TemplateFault(Values.typeName(value) + " has no length");
    }

    private static Object moment(Object value, Arguments arguments) {
        if (value == null) {
            return null;
        }
        if (!Text.is(value)) {
            throw new TemplateFault(Values.typeName(value) + " is no text to read a date from");
        }
        String text = Text.raw(value).strip();
        boolean quoted = text.length() > 1 && "'\"".indexOf(text.charAt(0)) >= 0;
        String plain = quoted ? text.substring(1, text.length() - 1) : text;
        return plain.isEmpty()
                ? null
                : Moments.strptime(plain, arguments.text("format").orElse("%Y-%m-%d %H:%M:%S"));
    }

    private static Object absolute(Object value) {
        Object number = number(value, "abs");
        return Numbers.compare(number, 0L) < 0 ? Numbers.calculate("-", 0L, number) : number;
    }

    private static Object number(Object value, String filter) {
        if (Numbers.is(value)) {
            return value;
        }
        throw new TemplateFault(Values.typeName(value) + " is no number for the filter " + filter);
    }

    private static Object rounded(Object value, Arguments arguments) {
        long digits = arguments.whole("precision").orElse(0L);
        if (Math.abs(digits) > 15) {
            throw new TemplateFault("The filter round takes at most 15 digits");
        }
        RoundingMode mode =
                switch (arguments.text("method").orElse("common")) {
                    case "ceil" -> RoundingMode.CEILING;
                    case "floor" -> RoundingMode.FLOOR;
                    default -> RoundingMode.HALF_UP;
                };
        return BigDecimal.valueOf(Numbers.realOf(value))
                .setScale((int) digits, mode)
                .doubleValue();
    }

    private static Object whole(Object value, Object otherwise) {
        if (value instanceof Long) {
            return value;
        }
        Object real = real(value, null);
        if (real instanceof Double number && Math.abs(number) < Long.MAX_VALUE) {
            return Text.is(value) && isWhole(Text.raw(value).trim())
                    ? (Object) Long.valueOf(Text.raw(value).trim())
                    : (Object) number.longValue();
        }
        return otherwise == null ? (Object) 0L : otherwise;
    }

    private static boolean isWhole(String text) {
        return text.matches("[+-]?\\d{1,18}");
    }

    private static Object real(Object value, Object otherwise) {
        if (Numbers.is(value)) {
            return Numbers.realOf(value);
        }
        if (Text.is(value) && Text.raw(value).trim().matches("[+-]?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?")) {
            double number = Double.parseDouble(Text.raw(value).trim());
            return Double.isInfinite(number) ? otherwise : (Object) number;
        }
        return otherwise;
    }
}
