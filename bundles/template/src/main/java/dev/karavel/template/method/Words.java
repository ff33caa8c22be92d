package dev.karavel.template.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Texts cut into parts, and the case of their letters, as Python does. */
public final class Words {
    private Words() {}

    public static String title(String text) {
        StringBuilder result = new StringBuilder(text.length());
        boolean begins = true;
        for (char c : text.toCharArray()) {
            result.append(begins ? Character.toUpperCase(c) : Character.toLowerCase(c));
            begins = !Character.isLetter(c);
        }
        return result.toString();
    }

    public static String capitalized(String text) {
        return text.isEmpty()
                ? text
                : Character.toUpperCase(text.charAt(0)) + text.substring(1).toLowerCase(Locale.ROOT);
    }

    /** @param separator empty for any white space */
    static List<String> split(String text, String separator, long most) {
        return separator.isEmpty() ? bySpace(text, most) : bySeparator(text, separator, most);
    }

    private static List<String> bySeparator(String text, String separator, long most) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int at = text.indexOf(separator);
        while (at >= 0 && parts.size() < most) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
            at = text.indexOf(separator, from);
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static List<String> bySpace(String text, long most) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            if (parts.size() == most) {
                parts.add(text.substring(at).stripTrailing());
                return parts;
            }
            int end = at;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            parts.add(text.substring(at, end));
            at = end;
        }
        return parts;
    }

    static List<String> splitRight(String text, String separator, long most) {
        String backwards = new StringBuilder(text).reverse().toString();
        String cut = new StringBuilder(separator).reverse().toString();
        List<String> parts = new ArrayList<>();
        for (String part : split(backwards, cut, most)) {
            parts.add(new StringBuilder(part).reverse().toString());
        }
        Collections.reverse(parts);
        return parts;
    }
}
