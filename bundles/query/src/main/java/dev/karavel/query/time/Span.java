package dev.karavel.query.time;

import dev.karavel.spi.data.TimeGrain;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** The lengths of time that words name. */
enum Span {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** For a regular expression over lower-case text. */
    static final String WORDS = "(?:second|minute|hour|day|week|month|quarter|year)s?";

    /** @param word one that {@link #WORDS} matches */
    static Span of(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        return valueOf(name.endsWith("S") ? name.substring(0, name.length() - 1) : name);
    }

    /** The span a grain rounds down to; empty for grains that are parts or multiples of one, or name their weeks by the end. */
    static Optional<Span> of(TimeGrain grain) {
        return switch (grain) {
            case SECOND -> Optional.of(SECOND);
            case MINUTE -> Optional.of(MINUTE);
            case HOUR -> Optional.of(HOUR);
            case DAY -> Optional.of(DAY);
            case WEEK, WEEK_STARTING_MONDAY -> Optional.of(WEEK);
            case MONTH -> Optional.of(MONTH);
            case QUARTER -> Optional.of(QUARTER);
            case YEAR -> Optional.of(YEAR);
            default -> Optional.empty();
        };
    }

    boolean isShorterThanDay() {
        return this == SECOND || this == MINUTE || this == HOUR;
    }

    LocalDateTime add(LocalDateTime moment, long count) {
        return switch (this) {
            case SECOND -> moment.plusSeconds(count);
            case MINUTE -> moment.plusMinutes(count);
            case HOUR -> moment.plusHours(count);
            case DAY -> moment.plusDays(count);
            case WEEK -> moment.plusWeeks(count);
            case MONTH -> moment.plusMonths(count);
            case QUARTER -> moment.plusMonths(3 * count);
            case YEAR -> moment.plusYears(count);
        };
    }

    /** The beginning of the span the moment is in. */
    LocalDateTime floor(LocalDateTime moment) {
        LocalDateTime day = moment.truncatedTo(ChronoUnit.DAYS);
        return switch (this) {
            case SECOND -> moment.truncatedTo(ChronoUnit.SECONDS);
            case MINUTE -> moment.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> moment.truncatedTo(ChronoUnit.HOURS);
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }
}
