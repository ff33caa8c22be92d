package dev.karavel.contract.data;

import dev.karavel.spi.data.TimeGrain;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** What each grain means, said by java.time. */
final class Calendar {
    private Calendar() {}

    static LocalDateTime floor(TimeGrain grain, LocalDateTime time) {
        LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
        return switch (grain) {
            case SECOND -> seconds(time, 1);
            case FIVE_SECONDS -> seconds(time, 5);
            case THIRTY_SECONDS -> seconds(time, 30);
            case MINUTE -> seconds(time, 60);
            case FIVE_MINUTES -> seconds(time, 300);
            case TEN_MINUTES -> seconds(time, 600);
            case FIFTEEN_MINUTES -> seconds(time, 900);
            case THIRTY_MINUTES -> seconds(time, 1_800);
            case HOUR -> seconds(time, 3_600);
            case SIX_HOURS -> seconds(time, 21_600);
            case DAY -> day;
            case WEEK, WEEK_STARTING_MONDAY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case WEEK_STARTING_SUNDAY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            case WEEK_ENDING_SATURDAY -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
            case WEEK_ENDING_SUNDAY -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private static LocalDateTime seconds(LocalDateTime time, int step) {
        long second = time.toLocalTime().toSecondOfDay();
        return time.truncatedTo(ChronoUnit.DAYS).plusSeconds(second - second % step);
    }
}
