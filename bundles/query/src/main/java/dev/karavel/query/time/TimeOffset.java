package dev.karavel.query.time;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.TimeGrain;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long ago the other time of a comparison is: {@code 1 year ago}, {@code 28 days}; {@code inherit} for as long as the time
 * that is asked about takes, or the day the other time begins at ({@code 2024-05-01}).
 */
public final class TimeOffset {
    private static final Pattern WORDS = Pattern.compile("(\\d{1,5}) (" + Span.WORDS + ")(?: ago)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:[T ]00:00(?::00)?)?");

    private final String words;
    private final UnaryOperator<LocalDateTime> back;
    private final UnaryOperator<LocalDateTime> forth;

    private TimeOffset(String words, UnaryOperator<LocalDateTime> back, UnaryOperator<LocalDateTime> forth) {
        this.words = words;
        this.back = back;
        this.forth = forth;
    }

    public String words() {
        return words;
    }

    /**
     * @param asked the time that is asked about, which inherit and a day are measured by
     * @throws KaravelException INVALID_REQUEST with field time_offsets
     */
    public static TimeOffset of(String given, TimeBounds asked) {
        String words = given.trim();
        Matcher matcher = WORDS.matcher(words.toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            int count = Integer.parseInt(matcher.group(1));
            Span span = Span.of(matcher.group(2));
            return new TimeOffset(words, moment -> span.add(moment, -count), moment -> span.add(moment, count));
        }
        if (words.equals("inherit")) {
            return by(words, Duration.between(end(asked.from(), words), end(asked.to(), words)));
        }
        if (DAY.matcher(words).matches()) {
            return by(words, Duration.between(day(words), end(asked.from(), words)));
        }
        throw wrong(words, "is no time to compare with; write for instance 1 year ago");
    }

    private static TimeOffset by(String words, Duration shift) {
        return new TimeOffset(words, moment -> moment.minus(shift), moment -> moment.plus(shift));
    }

    private static LocalDateTime end(Optional<LocalDateTime> bound, String words) {
        return bound.orElseThrow(() -> wrong(words, "needs a time range with two ends to compare with"));
    }

    private static LocalDateTime day(String words) {
        try {
            return LocalDate.parse(words.substring(0, 10)).atStartOfDay();
        } catch (DateTimeParseException e) {
            throw wrong(words, "is no day");
        }
    }

    private static KaravelException wrong(String words, String what) {
        return KaravelException.invalid("time_offsets", "\"" + words + "\" " + what);
    }

    /** The same bounds that long before. */
    public TimeBounds back(TimeBounds bounds) {
        return new TimeBounds(bounds.from().map(back), bounds.to().map(back));
    }

    /** Where a moment of then belongs now: a year after the first of a week lies in a week, too, but not at its first day. */
    public LocalDateTime forth(LocalDateTime moment, Optional<TimeGrain> grain) {
        LocalDateTime later = forth.apply(moment);
        return grain.flatMap(Span::of).map(each -> each.floor(later)).orElse(later);
    }
}
