package dev.karavel.query.post.forecast;

import dev.karavel.query.post.Options;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Superset's time grains as equal steps, either of seconds or of months.
 *
 * @param seconds of a step, or 0
 * @param months of a step, or 0
 */
record Grain(long seconds, int months) {
    private static final int DAY = 86_400;
    private static final List<String> WORDS = List.of(
            "PT1S", "PT5S", "PT30S", "PT1M", "PT5M", "PT10M", "PT15M", "PT30M", "PT1H", "PT6H", "P1D", "P1W", "P1M",
            "P3M", "P1Y");
    private static final Map<String, String> WEEKS = Map.of(
            "1969-12-28T00:00:00Z/P1W", "P1W",
            "1969-12-29T00:00:00Z/P1W", "P1W",
            "P1W/1970-01-03T00:00:00Z", "P1W",
            "P1W/1970-01-04T00:00:00Z", "P1W");

    static Grain read(Options options, String option) {
        String asked = options.needed(option);
        String word = WEEKS.getOrDefault(asked, asked);
        if (!WORDS.contains(word)) {
            throw options.wrong(
                    option, "there is no grain " + asked + "; there are " + WORDS + " and the weeks " + WEEKS.keySet());
        }
        if (word.startsWith("PT")) {
            return new Grain(Duration.parse(word).toSeconds(), 0);
        }
        Period period = Period.parse(word);
        return new Grain((long) period.getDays() * DAY, (int) period.toTotalMonths());
    }

    /** Of the least distance there is; from four weeks on of months, quarters or years. */
    static Grain between(List<LocalDateTime> times) {
        long least = Long.MAX_VALUE;
        for (int i = 1; i < times.size(); i++) {
            long seconds = Duration.between(times.get(i - 1), times.get(i)).toSeconds();
            least = seconds > 0 ? Math.min(least, seconds) : least;
        }
        long days = least / DAY;
        if (least == Long.MAX_VALUE || days < 28) {
            return new Grain(least == Long.MAX_VALUE ? DAY : least, 0);
        }
        return new Grain(0, days < 89 ? 1 : days < 365 ? 3 : 12);
    }

    /** How many whole steps lie between. */
    long steps(LocalDateTime from, LocalDateTime to) {
        return months > 0
                ? YearMonth.from(from).until(YearMonth.from(to), ChronoUnit.MONTHS) / months
                : Duration.between(from, to).toSeconds() / seconds;
    }

    /** What ends a month ends the months after it too. */
    LocalDateTime after(LocalDateTime moment, int steps) {
        if (months == 0) {
            return moment.plusSeconds(seconds * steps);
        }
        boolean end = moment.toLocalDate().equals(moment.toLocalDate().with(TemporalAdjusters.lastDayOfMonth()));
        LocalDateTime later = moment.plusMonths((long) months * steps);
        return end ? later.with(TemporalAdjusters.lastDayOfMonth()) : later;
    }

    /** How many steps a year, a month of 30 days, a week or a day has; empty if it has not at least two whole ones. */
    Optional<Integer> length(Season season) {
        if (months > 0) {
            return season == Season.YEARLY && months < 12 ? Optional.of(12 / months) : Optional.empty();
        }
        long length = season == Season.YEARLY && seconds == 7L * DAY ? 52 : season.days() * DAY / seconds;
        boolean whole = season == Season.YEARLY || season.days() * DAY % seconds == 0;
        return length >= 2 && whole ? Optional.of((int) length) : Optional.empty();
    }
}
