package dev.karavel.datasource.sqlite;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/** The forms in which SQLite's files keep times: ISO texts, seconds or milliseconds since 1970, Julian days. */
final class SqliteTimes {
    /** As seconds this is the year 5138, as milliseconds 1973; in between lie the times that files hold. */
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    private static final double JULIAN_DAY_OF_1970 = 2_440_587.5;
    private static final double SECONDS_OF_A_DAY = 86_400;
    private static final double LAST_JULIAN_DAY = 5_373_484.5;

    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT);

    private SqliteTimes() {}

    /** SQL for the moment as a text, without the fraction of its second. */
    static String seconds(String expression) {
        return read("datetime(", expression);
    }

    /** SQL for the moment as a text of the form of a literal. */
    static String moments(String expression) {
        return "rtrim(rtrim(" + read("strftime('%Y-%m-%d %H:%M:%f', ", expression) + ", '0'), '.')";
    }

    static String days(String expression) {
        return read("date(", expression);
    }

    private static String read(String function, String expression) {
        return "CASE typeof(" + expression + ") WHEN 'integer' THEN " + function + "CASE WHEN abs(" + expression
                + ") >= " + FIRST_MILLISECONDS + " THEN " + expression + " / 1000.0 ELSE " + expression
                + " END, 'unixepoch') ELSE " + function + expression + ") END";
    }

    /** The moment a value stands for; empty if it stands for none. */
    static Optional<LocalDateTime> moment(Object value) {
        try {
            if (value instanceof String text) {
                return Optional.of(moment(text));
            }
            if (value instanceof Double day) {
                boolean readable = day >= 0 && day < LAST_JULIAN_DAY;
                return readable
                        ? Optional.of(since1970(Math.round((day - JULIAN_DAY_OF_1970) * SECONDS_OF_A_DAY * 1_000)))
                        : Optional.empty();
            }
            if (value instanceof Number number) {
                long time = number.longValue();
                return Optional.of(
                        since1970(Math.abs(time) >= FIRST_MILLISECONDS ? time : Math.multiplyExact(time, 1_000L)));
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDateTime moment(String text) {
        TemporalAccessor parsed = TEXT.parse(text.trim());
        LocalTime time = parsed.query(TemporalQueries.localTime());
        LocalDateTime moment = LocalDate.from(parsed).atTime(time == null ? LocalTime.MIDNIGHT : time);
        ZoneOffset offset = parsed.query(TemporalQueries.offset());
        return offset == null ? moment : moment.minusSeconds(offset.getTotalSeconds());
    }

    private static LocalDateTime since1970(long milliseconds) {
        long nanoseconds = Math.floorMod(milliseconds, 1_000L) * 1_000_000;
        return LocalDateTime.ofEpochSecond(Math.floorDiv(milliseconds, 1_000L), (int) nanoseconds, ZoneOffset.UTC);
    }
}
