package dev.karavel.query.time;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code DATETIME("now")}, {@code DATEADD(moment, -7, day)}, {@code DATETRUNC(moment, month)}, {@code LASTDAY(moment, month)},
 * {@code HOLIDAY("easter", moment, "US")}: read from left to right, nested as deep as people write it.
 */
final class DateExpression {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:([A-Za-z]+)|(-?\\d{1,6})|\"([^\"]*)\"|'([^']*)'|([(),]))");
    private static final int DEEPEST = 20;

    private final String text;
    private final Matcher tokens;
    private final LocalDateTime now;
    private int position;

    DateExpression(String text, LocalDateTime now) {
        this.text = text;
        this.tokens = TOKEN.matcher(text);
        this.now = now;
    }

    LocalDateTime value() {
        LocalDateTime value = moment(0);
        if (!text.substring(position).isBlank()) {
            throw wrong();
        }
        return value;
    }

    private LocalDateTime moment(int depth) {
        if (depth > DEEPEST) {
            throw wrong();
        }
        String function = word();
        sign("(");
        LocalDateTime value =
                switch (function) {
                    case "datetime" -> Moments.resolve(quoted(), now);
                    case "dateadd" -> {
                        LocalDateTime start = moment(depth + 1);
                        sign(",");
                        int count = number();
                        sign(",");
                        yield span().add(start, count);
                    }
                    case "datetrunc" -> {
                        LocalDateTime start = moment(depth + 1);
                        sign(",");
                        yield span().floor(start);
                    }
                    case "lastday" -> {
                        LocalDateTime start = moment(depth + 1);
                        sign(",");
                        yield span() == Span.YEAR
                                ? midnight(start.with(TemporalAdjusters.lastDayOfYear()))
                                : midnight(start.with(TemporalAdjusters.lastDayOfMonth()));
                    }
                    case "holiday" -> holiday(depth);
                    default -> throw wrong();
                };
        sign(")");
        return value;
    }

    /** Name, and if wished a moment in its year, and if wished a country. */
    private LocalDateTime holiday(int depth) {
        String name = quoted();
        LocalDateTime when = comma() ? moment(depth + 1) : now;
        String country = comma() ? quoted() : "US";
        return Holidays.find(name, when.getYear(), country)
                .orElseThrow(() -> TimeRanges.invalid(
                        "\"" + name + "\" is no holiday of " + country + "; there are " + Holidays.names()))
                .atStartOfDay();
    }

    /** Takes a comma if there is one. */
    private boolean comma() {
        tokens.region(position, text.length());
        boolean there = tokens.lookingAt() && ",".equals(tokens.group(5));
        if (there) {
            position = tokens.end();
        }
        return there;
    }

    private static LocalDateTime midnight(LocalDateTime moment) {
        return moment.truncatedTo(ChronoUnit.DAYS);
    }

    private Span span() {
        String word = word();
        if (!word.matches(Span.WORDS)) {
            throw wrong();
        }
        return Span.of(word);
    }

    private String word() {
        return required(1).toLowerCase(Locale.ROOT);
    }

    private int number() {
        return Integer.parseInt(required(2));
    }

    private String quoted() {
        advance();
        String value = tokens.group(3) == null ? tokens.group(4) : tokens.group(3);
        if (value == null) {
            throw wrong();
        }
        return value.trim();
    }

    private void sign(String sign) {
        if (!required(5).equals(sign)) {
            throw wrong();
        }
    }

    private String required(int group) {
        advance();
        String value = tokens.group(group);
        if (value == null) {
            throw wrong();
        }
        return value;
    }

    private void advance() {
        tokens.region(position, text.length());
        if (!tokens.lookingAt()) {
            throw wrong();
        }
        position = tokens.end();
    }

    private RuntimeException wrong() {
        return TimeRanges.invalid(
                "\"" + text
                        + "\" is no date expression; write for instance DATEADD(DATETIME(\"now\"), -7, day) or DATETRUNC(DATETIME(\"today\"), month)");
    }
}
