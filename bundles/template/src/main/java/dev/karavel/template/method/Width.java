package dev.karavel.template.method;

import dev.karavel.template.run.Run;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Numbers;
import dev.karavel.template.value.Text;
import dev.karavel.template.value.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One value in a format: its fill, side, width, precision and type. */
final class Width {
    private static final int WIDEST = 200;
    private static final Pattern SPECIFICATION =
            Pattern.compile("(?:(.)?([<>^]))?([+])?(0)?(\\d{1,3})?(,)?(?:\\.(\\d{1,2}))?([sdf])?");

    private Width() {}

    static Object format(Run run, Object value, String specification) {
        Matcher parts = SPECIFICATION.matcher(specification);
        if (specification.length() > 20 || !parts.matches()) {
            throw new TemplateFault(run.line(), "A format is not understood; one is {:>10}, {:05d}, {:,} or {:.2f}");
        }
        String type =
                parts.group(8) == null ? (parts.group(7) != null && Numbers.is(value) ? "f" : "s") : parts.group(8);
        Object text = parts.group(6) == null && type.equals("s")
                ? cut(Values.text(value, run.budget()), parts.group(7))
                : number(run, value, type, parts.group(7), parts.group(6) != null);
        if (parts.group(3) != null && !Text.raw(text).startsWith("-")) {
            text = Text.of(List.of("+", text));
        }
        int width = parts.group(5) == null ? 0 : Integer.parseInt(parts.group(5));
        boolean zero = parts.group(4) != null;
        String side = parts.group(2) != null ? parts.group(2) : Numbers.is(value) ? ">" : "<";
        String fill = parts.group(1) != null ? parts.group(1) : zero ? "0" : " ";
        return padded(run, text, width, side, fill);
    }

    static Object percent(Run run, Object value, String flags, char type) {
        Object text =
                switch (type) {
                    case 's', 'r' -> Values.text(value, run.budget());
                    case 'd', 'i' -> number(run, value, "d", null, false);
                    case 'f' -> number(run, value, "f", precision(flags), false);
                    default -> throw new TemplateFault(run.line(), "Formats know %s, %d and %f, and no %" + type);
                };
        String width = flags.replaceAll("[-+]", "").replaceAll("\\..*", "");
        if (width.length() > 3) {
            throw new TemplateFault(run.line(), "A width in a format is at most " + WIDEST);
        }
        boolean zero = width.startsWith("0");
        return padded(
                run,
                text,
                width.isEmpty() ? 0 : Integer.parseInt(width),
                flags.contains("-") ? "<" : ">",
                zero ? "0" : " ");
    }

    private static String precision(String flags) {
        int dot = flags.indexOf('.');
        String digits = dot < 0 ? "" : flags.substring(dot + 1);
        if (digits.length() > 2) {
            throw new TemplateFault("A precision in a format has at most two digits");
        }
        return digits.isEmpty() ? null : digits;
    }

    private static Object cut(Object text, String precision) {
        return precision == null || Text.length(text) <= Integer.parseInt(precision)
                ? text
                : Text.like(Text.raw(text).substring(0, Integer.parseInt(precision)), text);
    }

    private static Object number(Run run, Object value, String type, String precision, boolean grouped) {
        if (!Numbers.is(value)) {
            throw new TemplateFault(run.line(), Values.typeName(value) + " is formatted as a number");
        }
        double real = Numbers.realOf(value);
        boolean whole = type.equals("d") || type.equals("s") && value instanceof Long;
        int digits = precision == null ? 6 : Integer.parseInt(precision);
        String plain = value instanceof Long exact && whole
                ? exact.toString()
                : new BigDecimal(real)
                        .setScale(whole ? 0 : digits, whole ? RoundingMode.DOWN : RoundingMode.HALF_EVEN)
                        .toPlainString();
        return grouped ? grouped(plain) : plain;
    }

    private static String grouped(String number) {
        int end = number.indexOf('.') < 0 ? number.length() : number.indexOf('.');
        StringBuilder result = new StringBuilder(number);
        for (int at = end - 3; at > (number.startsWith("-") ? 1 : 0); at -= 3) {
            result.insert(at, ',');
        }
        return result.toString();
    }

    private static Object padded(Run run, Object text, int width, String side, String fill) {
        long missing = width - Text.length(text);
        if (width > WIDEST) {
            throw new TemplateFault(run.line(), "A width in a format is at most " + WIDEST);
        }
        if (missing <= 0) {
            return text;
        }
        String raw = Text.raw(text);
        if (fill.equals("0") && raw.startsWith("-")) {
            return Text.like("-" + "0".repeat((int) missing) + raw.substring(1), text);
        }
        long left = side.equals(">") ? missing : side.equals("^") ? missing / 2 : 0;
        return Text.of(List.of(fill.repeat((int) left), text, fill.repeat((int) (missing - left))));
    }
}
