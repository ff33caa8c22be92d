package dev.karavel.query.question;

import dev.karavel.api.error.KaravelException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What "Last week" and "Next week" count from: today's midnight, or the very moment where {@code relative_start} or
 * {@code relative_end} says {@code now}. Such words become two moments.
 */
final class RelativeWords {
    private static final Pattern RELATIVE = Pattern.compile(
            "(?i)\\s*(last|next)\\s+(?:(\\d{1,6})\\s+)?((?:second|minute|hour|day|week|month|quarter|year)s?)\\s*");

    private final String start;
    private final String end;

    private RelativeWords(String start, String end) {
        this.start = start;
        this.end = end;
    }

    static RelativeWords of(String path, Map<String, Object> extras) {
        return new RelativeWords(
                word(path + ".relative_start", extras.get("relative_start")),
                word(path + ".relative_end", extras.get("relative_end")));
    }

    String resolve(String words) {
        Matcher matcher = RELATIVE.matcher(words);
        if (start.isEmpty() && end.isEmpty() || !matcher.matches()) {
            return words;
        }
        String from = start.isEmpty() ? "today" : start;
        String count = matcher.group(2) == null ? "1" : matcher.group(2);
        String unit = matcher.group(3).toLowerCase(java.util.Locale.ROOT).replaceAll("s$", "");
        if (matcher.group(1).equalsIgnoreCase("next")) {
            return from + " : DATEADD(DATETIME(\"" + from + "\"), " + count + ", " + unit + ")";
        }
        return "DATEADD(DATETIME(\"" + from + "\"), -" + count + ", " + unit + ") : " + (end.isEmpty() ? "today" : end);
    }

    private static String word(String field, Object json) {
        if (json == null || "".equals(json)) {
            return "";
        }
        if (json.equals("today") || json.equals("now")) {
            return json.toString();
        }
        throw KaravelException.invalid(field, field + " is today or now, not \"" + json + "\"");
    }
}
