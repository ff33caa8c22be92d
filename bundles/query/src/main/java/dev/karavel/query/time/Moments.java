package dev.karavel.query.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One end of a range: {@code now}, {@code today}, {@code yesterday}, {@code tomorrow}, {@code 7 days ago}, {@code 2 weeks from
 * now}, a date or time in ISO 8601 (a year or month means its beginning), or an expression of DATETIME, DATEADD, DATETRUNC,
 * LASTDAY and HOLIDAY.
 */
final class Moments {
    private static final Pattern RELATIVE =
            Pattern.compile("(?:(\\d{1,6}) )?(" + Span.WORDS + ") (ago|from now|later)");
    private static final Pattern FUNCTION =
            Pattern.compile("(?i)(?:datetime|dateadd|datetrunc|lastday|holiday)\\s*\\(.*");
    private static final Pattern DATE_TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)(Z|[+-]\\d{2}:?\\d{2})?");

    private Moments() {}

    static LocalDateTime resolve(String words, LocalDateTime now) {
        String lower = words.toLowerCase(Locale.ROOT);
        LocalDateTime today = now.truncatedTo(ChronoUnit.DAYS);
        try {
            return switch (lower) {
                case "now" -> now;
                case "today" -> today;
                case "yesterday" -> today.minusDays(1);
                case "tomorrow" -> today.plusDays(1);
                default ->
                    FUNCTION.matcher(words).matches()
                            ? new DateExpression(words, now).value()
                            : relativeOrIso(words, lower, now, today);
            };
        } catch (DateTimeException e) {
            throw TimeRanges.invalid("\"" + words + "\" is no date");
        }
    }

    private static LocalDateTime relativeOrIso(String words, String lower, LocalDateTime now, LocalDateTime today) {
        Matcher relative = RELATIVE.matcher(lower);
        if (relative.matches()) {
            long count = relative.group(1) == null ? 1 : Long.parseLong(relative.group(1));
            Span span = Span.of(relative.group(2));
            return span.add(
                    span.isShorterThanDay() ? now : today, relative.group(3).equals("ago") ? -count : count);
        }
        if (words.matches("\\d{4}")) {
            return LocalDate.of(Integer.parseInt(words), 1, 1).atStartOfDay();
        }
        if (words.matches("\\d{4}-\\d{2}")) {
            return YearMonth.parse(words).atDay(1).atStartOfDay();
        }
        if (words.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return LocalDate.parse(words).atStartOfDay();
        }
        Matcher dateTime = DATE_TIME.matcher(words);
        if (dateTime.matches()) {
            LocalDateTime moment = LocalDateTime.parse(
                    dateTime.group(1) + "T" + dateTime.group(2).replace(',', '.'));
            return dateTime.group(3) == null
                    ? moment
                    : OffsetDateTime.of(moment, ZoneOffset.of(dateTime.group(3)))
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDateTime();
        }
        throw TimeRanges.invalid("\"" + words + "\" is no date; write for instance 2024-01-31 or \"7 days ago\"");
    }
}
