package dev.karavel.query.time;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.TimeGrain;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long ago the other time of a comparison is: {@code 1 year ago}, {@code 28 days}. */
public final class TimeOffset {
    private static final Pattern WORDS = Pattern.compile("(\\d{1,5}) (" + Span.WORDS + ")(?: ago)?");

    private final String words;
    private final int count;
    private final Span span;

    private TimeOffset(String words, int count, Span span) {
        this.words = words;
        this.count = count;
        this.span = span;
    }

    public String words() {
        return words;
    }

    /** @throws KaravelException INVALID_REQUEST with field time_offsets */
    public static TimeOffset of(String words) {
        Matcher matcher = WORDS.matcher(words.trim().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw KaravelException.invalid(
                    "time_offsets", "\"" + words + "\" is no time to compare with; write for instance 1 year ago");
        }
        return new TimeOffset(words.trim(), Integer.parseInt(matcher.group(1)), Span.of(matcher.group(2)));
    }

    /** The same bounds that long before. */
    public TimeBounds back(TimeBounds bounds) {
        return new TimeBounds(bounds.from().map(this::back), bounds.to().map(this::back));
    }

    private LocalDateTime back(LocalDateTime moment) {
        return span.add(moment, -count);
    }

    /** Where a moment of then belongs now: a year after the first of a week lies in a week, too, but not at its first day. */
    public LocalDateTime forth(LocalDateTime moment, Optional<TimeGrain> grain) {
        LocalDateTime later = span.add(moment, count);
        return grain.flatMap(Span::of).map(each -> each.floor(later)).orElse(later);
    }
}
