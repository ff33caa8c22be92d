package dev.karavel.query.warm;

import dev.karavel.api.error.KaravelException;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** Five fields as cron reads them: minute, hour, day of month, month, day of week (0 and 7 are Sunday; names will do). */
final class Cron {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet days;
    private final BitSet months;
    private final BitSet weekdays;
    private final boolean anyDay;
    private final boolean anyWeekday;

    private Cron(String[] fields) {
        minutes = set(fields[0], 0, 59, 0, List.of());
        hours = set(fields[1], 0, 23, 0, List.of());
        days = set(fields[2], 1, 31, 0, List.of());
        months = set(fields[3], 1, 12, 1, MONTHS);
        weekdays = set(fields[4], 0, 7, 0, DAYS);
        if (weekdays.get(7)) {
            weekdays.set(0);
        }
        anyDay = fields[2].startsWith("*");
        anyWeekday = fields[4].startsWith("*");
    }

    /** @throws KaravelException INVALID_REQUEST naming what is wrong */
    static Cron parse(String text) {
        String[] fields = text.trim().split("\\s+");
        if (fields.length != 5) {
            throw KaravelException.invalid(
                    "crontab", "A schedule has five fields, such as 0 6 * * 1-5, not " + fields.length);
        }
        return new Cron(fields);
    }

    /** Whether it is due in this minute. Where day of month and day of week are both given, one of them is enough. */
    boolean isDue(ZonedDateTime time) {
        ZonedDateTime minute = time.truncatedTo(ChronoUnit.MINUTES);
        boolean day = days.get(minute.getDayOfMonth());
        boolean weekday = weekdays.get(minute.getDayOfWeek().getValue() % 7);
        return minutes.get(minute.getMinute())
                && hours.get(minute.getHour())
                && months.get(minute.getMonthValue())
                && (anyDay || anyWeekday ? day && weekday : day || weekday);
    }

    private static BitSet set(String field, int least, int most, int firstName, List<String> names) {
        BitSet set = new BitSet();
        for (String part : field.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] stepped = part.split("/", 2);
            int step = stepped.length == 2 ? number(stepped[1], field, List.of(), 0) : 1;
            String[] ends = stepped[0].split("-", 2);
            boolean all = stepped[0].equals("*");
            int from = all ? least : number(ends[0], field, names, firstName);
            int to = all || stepped.length == 2 && ends.length == 1
                    ? most
                    : ends.length == 2 ? number(ends[1], field, names, firstName) : from;
            if (from < least || to > most || from > to || step < 1) {
                throw wrong(field);
            }
            for (int value = from; value <= to; value += step) {
                set.set(value);
            }
        }
        return set;
    }

    private static int number(String text, String field, List<String> names, int firstName) {
        int name = names.indexOf(text);
        if (name >= 0) {
            return name + firstName;
        }
        if (!text.matches("\\d{1,3}")) {
            throw wrong(field);
        }
        return Integer.parseInt(text);
    }

    private static KaravelException wrong(String field) {
        return KaravelException.invalid(
                "crontab", "\"" + field + "\" is no field of a schedule: write *, 5, 1-5, */15 or 1,15");
    }
}
