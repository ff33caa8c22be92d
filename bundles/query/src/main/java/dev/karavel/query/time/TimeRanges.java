package dev.karavel.query.time;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.TimeBounds;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words for a range of time, in UTC; the end is excluded, weeks begin on Monday.
 *
 * <ul>
 *   <li>{@code No filter} or nothing: no bounds
 *   <li>{@code Last week}, {@code Last 7 days}: that long before today's midnight; from hours down, before now
 *   <li>{@code Next 2 weeks}: that long from today's midnight
 *   <li>{@code previous calendar month}: the whole one before this one; {@code Current month}: the whole one now
 *   <li>{@code Today}, {@code Yesterday}, {@code Tomorrow}
 *   <li>{@code A : B}: two moments, see {@link Moments}; either may be missing
 * </ul>
 */
public final class TimeRanges {
    private static final Pattern LAST = Pattern.compile("(last|next) (?:(\\d{1,6}) )?(" + Span.WORDS + ")");
    private static final Pattern CALENDAR = Pattern.compile("(previous calendar|current) (" + Span.WORDS + ")");
    private static final Pattern ENDS = Pattern.compile("(?s)(?:(.*?)\\s)?\\s*:(?:\\s(.*))?");

    private TimeRanges() {}

    /**
     * @param now in UTC
     * @throws KaravelException INVALID_REQUEST with field time_range
     */
    public static TimeBounds resolve(String words, LocalDateTime now) {
        TimeBounds bounds = read(words, now);
        // No warehouse knows dates outside these years.
        if (Stream.of(bounds.from(), bounds.to())
                .flatMap(Optional::stream)
                .anyMatch(end -> end.getYear() < 1 || end.getYear() > 9999)) {
            throw invalid("\"" + words + "\" leads outside the years 1 to 9999");
        }
        return bounds;
    }

    private static TimeBounds read(String words, LocalDateTime now) {
        String text = words == null ? "" : words.trim().replaceAll("\\s+", " ");
        String lower = text.toLowerCase(Locale.ROOT);
        LocalDateTime today = now.truncatedTo(ChronoUnit.DAYS);
        switch (lower) {
            case "", "no filter", ":" -> {
                return TimeBounds.none();
            }
            case "today" -> {
                return between(today, today.plusDays(1));
            }
            case "yesterday" -> {
                return between(today.minusDays(1), today);
            }
            case "tomorrow" -> {
                return between(today.plusDays(1), today.plusDays(2));
            }
            default -> {
                return ranged(text, lower, now, today);
            }
        }
    }

    private static TimeBounds ranged(String text, String lower, LocalDateTime now, LocalDateTime today) {
        Matcher last = LAST.matcher(lower);
        if (last.matches()) {
            int count = last.group(2) == null ? 1 : Integer.parseInt(last.group(2));
            Span span = Span.of(last.group(3));
            LocalDateTime anchor = span.isShorterThanDay() ? now : today;
            return last.group(1).equals("last")
                    ? between(span.add(anchor, -count), anchor)
                    : between(anchor, span.add(anchor, count));
        }
        Matcher calendar = CALENDAR.matcher(lower);
        if (calendar.matches()) {
            Span span = Span.of(calendar.group(2));
            LocalDateTime begin = span.floor(now);
            return calendar.group(1).equals("current")
                    ? between(begin, span.add(begin, 1))
                    : between(span.add(begin, -1), begin);
        }
        Matcher ends = ENDS.matcher(text);
        if (ends.matches()) {
            TimeBounds bounds = new TimeBounds(end(ends.group(1), now), end(ends.group(2), now));
            if (bounds.from().isPresent()
                    && bounds.to().isPresent()
                    && bounds.from().get().isAfter(bounds.to().get())) {
                throw invalid("The beginning of the time range \"" + text + "\" is after its end");
            }
            return bounds;
        }
        throw invalid("\"" + text
                + "\" is no time range; examples: Last week, previous calendar month, 2024-01-01 : 2024-02-01");
    }

    private static Optional<LocalDateTime> end(String words, LocalDateTime now) {
        return words == null || words.isBlank() ? Optional.empty() : Optional.of(Moments.resolve(words.trim(), now));
    }

    private static TimeBounds between(LocalDateTime from, LocalDateTime to) {
        return new TimeBounds(Optional.of(from), Optional.of(to));
    }

    static KaravelException invalid(String message) {
        return KaravelException.invalid("time_range", message);
    }
}
