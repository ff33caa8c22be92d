package dev.karavel.template.method;

import dev.karavel.api.template.Arguments;
import dev.karavel.template.run.Run;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Text;
import dev.karavel.template.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Python's methods of texts. */
public final class TextMethods {
    private static final String KNOWN = "capitalize, count, endswith, find, format, index, isalnum, isalpha, isdigit, "
            + "islower, isnumeric, isspace, isupper, join, lower, lstrip, replace, rsplit, rstrip, split, splitlines, "
            + "startswith, strip, title, upper, zfill";

    private TextMethods() {}

    public static Object call(Run run, Object text, Arguments arguments) {
        String raw = Text.raw(text);
        run.budget().characters(raw.length());
        return switch (arguments.function()) {
            case "upper" -> Text.like(none(arguments, raw).toUpperCase(Locale.ROOT), text);
            case "lower" -> Text.like(none(arguments, raw).toLowerCase(Locale.ROOT), text);
            case "title" -> Text.like(Words.title(none(arguments, raw)), text);
            case "capitalize" -> Text.like(Words.capitalized(none(arguments, raw)), text);
            case "strip" -> Text.like(stripped(raw, arguments, true, true), text);
            case "lstrip" -> Text.like(stripped(raw, arguments, true, false), text);
            case "rstrip" -> Text.like(stripped(raw, arguments, false, true), text);
            case "zfill" -> Text.like(zeros(run, raw, arguments), text);
            case "join" -> join(run, text, arguments.of("items").value("items"));
            case "replace" -> replace(run, text, arguments.of("old", "new", "count"));
            case "format" -> Formats.braces(run, text, arguments);
            case "split" -> split(run, text, arguments, false);
            case "rsplit" -> split(run, text, arguments, true);
            case "splitlines" -> pieces(run, text, none(arguments, raw).lines().toList());
            case "startswith" -> affix(arguments).stream().anyMatch(raw::startsWith);
            case "endswith" -> affix(arguments).stream().anyMatch(raw::endsWith);
            case "count" -> count(raw, arguments.of("part").requiredText("part"));
            case "find" -> (long) raw.indexOf(arguments.of("part").requiredText("part"));
            case "index" -> index(raw, arguments.of("part").requiredText("part"));
            case "isdigit", "isnumeric" -> all(raw, Character::isDigit);
            case "isalpha" -> all(raw, Character::isLetter);
            case "isalnum" -> all(raw, Character::isLetterOrDigit);
            case "isspace" -> all(raw, Character::isWhitespace);
            case "isupper" -> raw.equals(raw.toUpperCase(Locale.ROOT)) && !raw.equals(raw.toLowerCase(Locale.ROOT));
            case "islower" -> raw.equals(raw.toLowerCase(Locale.ROOT)) && !raw.equals(raw.toUpperCase(Locale.ROOT));
            default ->
                throw new TemplateFault(
                        run.line(), "A text has no method " + arguments.function() + "(); it has " + KNOWN);
        };
    }

    private static String none(Arguments arguments, String raw) {
        arguments.of();
        return raw;
    }

    /** Keeps apart what of the result is from outside. */
    public static Object join(Run run, Object separator, Object items) {
        if (!(items instanceof List<?> list)) {
            throw new TemplateFault(run.line(), "join() needs a list, not this: " + Values.typeName(items));
        }
        List<Object> pieces = new ArrayList<>();
        for (Object item : list) {
            if (!pieces.isEmpty()) {
                pieces.add(separator);
            }
            Object text = Values.text(item, run.budget());
            run.budget().characters(Text.length(text) + Text.length(separator));
            pieces.add(text);
        }
        run.budget().items(pieces.size());
        return Text.of(pieces);
    }

    public static Object replace(Run run, Object text, Arguments arguments) {
        String raw = Text.raw(text);
        String old = arguments.requiredText("old");
        Object replacement = arguments.value("new") == null ? "" : arguments.value("new");
        long most = arguments.whole("count").filter(count -> count >= 0).orElse(Long.MAX_VALUE);
        if (!Text.is(replacement)) {
            throw new TemplateFault(run.line(), "replace() needs texts");
        }
        String with = Text.raw(replacement);
        long found = old.isEmpty() ? raw.length() + 1L : count(raw, old);
        run.budget().characters(raw.length() + Math.min(found, most) * with.length());
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (long done = 0; done < most; done++) {
            int at = raw.indexOf(old, old.isEmpty() && done > 0 ? from + 1 : from);
            if (at < 0 || old.isEmpty() && done > raw.length()) {
                break;
            }
            result.append(raw, from, at).append(with);
            from = at + old.length();
        }
        return Text.like(result.append(raw, from, raw.length()).toString(), text, replacement);
    }

    private static Object split(Run run, Object text, Arguments given, boolean fromRight) {
        Arguments arguments = given.of("sep", "maxsplit");
        String raw = Text.raw(text);
        long most = arguments.whole("maxsplit").filter(count -> count >= 0).orElse(Long.MAX_VALUE);
        String separator = arguments.text("sep").orElse("");
        if (arguments.has("sep") && separator.isEmpty()) {
            throw new TemplateFault(run.line(), "split() needs a separator");
        }
        return pieces(
                run, text, fromRight ? Words.splitRight(raw, separator, most) : Words.split(raw, separator, most));
    }

    private static List<Object> pieces(Run run, Object text, List<String> parts) {
        run.budget().items(parts.size());
        List<Object> pieces = new ArrayList<>(parts.size());
        parts.forEach(part -> pieces.add(Text.like(part, text)));
        return pieces;
    }

    private static String stripped(String raw, Arguments given, boolean left, boolean right) {
        String characters = given.of("chars").text("chars").orElse("");
        IntPredicate goes = characters.isEmpty() ? Character::isWhitespace : c -> characters.indexOf(c) >= 0;
        int from = 0;
        int to = raw.length();
        while (left && from < to && goes.test(raw.charAt(from))) {
            from++;
        }
        while (right && to > from && goes.test(raw.charAt(to - 1))) {
            to--;
        }
        return raw.substring(from, to);
    }

    private static String zeros(Run run, String raw, Arguments given) {
        long width = given.of("width").whole("width").orElse(0L);
        run.budget().characters(width);
        int sign = raw.startsWith("-") || raw.startsWith("+") ? 1 : 0;
        long missing = Math.max(0, width - raw.length());
        return raw.substring(0, sign) + "0".repeat((int) missing) + raw.substring(sign);
    }

    private static List<String> affix(Arguments given) {
        return given.of("part").list("part").stream()
                .filter(Text::is)
                .map(Text::raw)
                .toList();
    }

    private static long count(String raw, String part) {
        if (part.isEmpty()) {
            return raw.length() + 1L;
        }
        long count = 0;
        for (int at = raw.indexOf(part); at >= 0; at = raw.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static long index(String raw, String part) {
        int at = raw.indexOf(part);
        if (at < 0) {
            throw new TemplateFault("index() does not find its part");
        }
        return at;
    }

    private static boolean all(String raw, IntPredicate test) {
        return !raw.isEmpty() && raw.chars().allMatch(test);
    }
}
