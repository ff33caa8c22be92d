package dev.karavel.template.method;

import dev.karavel.api.template.Arguments;
import dev.karavel.template.run.Run;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Text;
import dev.karavel.template.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Texts with places for values: {@code '{} of {name}'.format(…)} and {@code '%s of %d' % (…)}. */
public final class Formats {
    private Formats() {}

    /** Fields are numbers and names alone; what Python reaches through them is out of reach. */
    public static Object braces(Run run, Object text, Arguments arguments) {
        String format = Text.raw(text);
        List<Object> pieces = new ArrayList<>();
        int next = 0;
        int at = 0;
        while (at < format.length()) {
            int mark = nextBrace(format, at);
            pieces.add(Text.like(format.substring(at, mark), text));
            if (mark == format.length()) {
                break;
            }
            char c = format.charAt(mark);
            if (mark + 1 < format.length() && format.charAt(mark + 1) == c) {
                pieces.add(Text.like(String.valueOf(c), text));
                at = mark + 2;
                continue;
            }
            int end = format.indexOf('}', mark);
            if (c == '}' || end < 0) {
                throw new TemplateFault(run.line(), "A brace in a format is not closed; write {{ or }} for itself");
            }
            String field = format.substring(mark + 1, end);
            int colon = field.indexOf(':');
            String name = colon < 0 ? field : field.substring(0, colon);
            Object value = named(run, name.isEmpty() ? String.valueOf(next++) : name, arguments);
            pieces.add(Width.format(run, value, colon < 0 ? "" : field.substring(colon + 1)));
            at = end + 1;
        }
        return whole(run, text, pieces);
    }

    private static int nextBrace(String format, int from) {
        for (int at = from; at < format.length(); at++) {
            if (format.charAt(at) == '{' || format.charAt(at) == '}') {
                return at;
            }
        }
        return format.length();
    }

    private static Object named(Run run, String name, Arguments arguments) {
        if (name.chars().allMatch(c -> c >= '0' && c <= '9') && name.length() < 4) {
            int position = Integer.parseInt(name);
            if (position < arguments.positional().size()) {
                return arguments.positional().get(position);
            }
        } else if (arguments.named().containsKey(name)) {
            return arguments.named().get(name);
        }
        throw new TemplateFault(
                run.line(), "format() is not given what a field of it needs; fields are {}, {0} or {name}");
    }

    public static Object percent(Run run, Object text, Object given) {
        String format = Text.raw(text);
        List<?> values = given instanceof List<?> list ? list : new ArrayList<>(java.util.Collections.singleton(given));
        List<Object> pieces = new ArrayList<>();
        int next = 0;
        int at = 0;
        while (at < format.length()) {
            int mark = format.indexOf('%', at);
            pieces.add(Text.like(format.substring(at, mark < 0 ? format.length() : mark), text));
            if (mark < 0) {
                break;
            }
            int type = mark + 1;
            String name = null;
            if (type < format.length() && format.charAt(type) == '(') {
                int close = format.indexOf(')', type);
                name = close < 0 ? null : format.substring(type + 1, close);
                type = close < 0 ? type : close + 1;
            }
            int begin = type;
            while (type < format.length() && "0123456789.-+".indexOf(format.charAt(type)) >= 0) {
                type++;
            }
            if (type >= format.length()) {
                throw new TemplateFault(run.line(), "A % in a format needs a type: %s, %d or %f; %% is itself");
            }
            if (format.charAt(type) == '%') {
                pieces.add(Text.like("%", text));
            } else {
                Object value = name == null ? positional(run, values, next++) : keyed(run, given, name);
                pieces.add(Width.percent(run, value, format.substring(begin, type), format.charAt(type)));
            }
            at = type + 1;
        }
        return whole(run, text, pieces);
    }

    private static Object positional(Run run, List<?> values, int position) {
        if (position >= values.size()) {
            throw new TemplateFault(run.line(), "A format needs more values than it is given");
        }
        return values.get(position);
    }

    private static Object keyed(Run run, Object given, String name) {
        if (given instanceof Map<?, ?> map && Values.has(map, name)) {
            return Values.get(map, name);
        }
        throw new TemplateFault(run.line(), "A format is not given its %(" + name + ")");
    }

    /** A format from outside could put anything between the values. */
    private static Object whole(Run run, Object format, List<Object> pieces) {
        run.budget().characters(pieces.stream().mapToLong(Text::length).sum());
        Object all = Text.of(pieces);
        return Text.isSafe(format) ? all : Text.like(Text.raw(all), format);
    }
}
