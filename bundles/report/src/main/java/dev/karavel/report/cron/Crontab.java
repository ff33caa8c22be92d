package dev.karavel.report.cron;

import dev.karavel.api.error.KaravelException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;

/**
 * A crontab that was read.
 *
 * @param everyDay the day of month begins with a star
 * @param everyWeekday likewise: where neither does, a day that fits one of them is enough
 * @param hoursPass the hour begins with a star: hours are counted rather than times of day
 */
record Crontab(
        BitSet minutes,
        BitSet hours,
        BitSet days,
        BitSet months,
        BitSet weekdays,
        boolean everyDay,
        boolean everyWeekday,
        boolean hoursPass) {
    private static final Map<String, String> SHORT = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");

    static String[] fields(String crontab, String blamed) {
        String text = crontab.strip();
        String written = SHORT.getOrDefault(text.toLowerCase(Locale.ROOT), text);
        if (written.startsWith("@")) {
            throw KaravelException.invalid(
                    blamed, "“" + text + "” is none of @hourly, @daily, @weekly, @monthly, @yearly");
        }
        String[] fields = written.split("\\s+");
        if (fields.length != 5) {
            throw KaravelException.invalid(
                    blamed,
                    "A crontab has five fields, minute, hour, day of month, month and day of week, such as 0 8 * * 1-5; here are "
                            + (text.isEmpty() ? 0 : fields.length));
        }
        return fields;
    }

    static Crontab read(String crontab, String blamed) {
        String[] fields = fields(crontab, blamed);
        return new Crontab(
                CronField.MINUTE.parse(fields[0], blamed),
                CronField.HOUR.parse(fields[1], blamed),
                CronField.DAY.parse(fields[2], blamed),
                CronField.MONTH.parse(fields[3], blamed),
                CronField.WEEKDAY.parse(fields[4], blamed),
                fields[2].startsWith("*"),
                fields[4].startsWith("*"),
                fields[1].startsWith("*"));
    }

    boolean on(LocalDate date) {
        if (!months.get(date.getMonthValue())) {
            return false;
        }
        boolean day = days.get(date.getDayOfMonth());
        boolean weekday = weekdays.get(date.getDayOfWeek().getValue() % 7);
        return everyDay || everyWeekday ? day && weekday : day || weekday;
    }
}
