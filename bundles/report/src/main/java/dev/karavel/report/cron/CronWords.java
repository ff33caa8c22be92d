package dev.karavel.report.cron;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** A crontab in words. What a sentence would only make longer is told field by field. */
final class CronWords {
    private static final int MOST_TIMES = 4;

    private final ResourceBundle words;
    private final Locale locale;

    private CronWords(Locale locale) {
        this.words = ResourceBundle.getBundle(
                "dev.karavel.report.cron.words",
                locale,
                CronWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        // names of days in the language of the words around them
        this.locale = words.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : locale;
    }

    static String of(String[] fields, Crontab crontab, Locale locale) {
        return new CronWords(locale).sentence(fields, crontab);
    }

    private String sentence(String[] fields, Crontab crontab) {
        List<String> parts = new ArrayList<>();
        parts.add(times(fields, crontab));
        if (!crontab.everyDay() && !crontab.everyWeekday()) {
            parts.add(said("or", days(fields[2], crontab), weekdays(crontab)));
        } else {
            if (!fields[2].equals("*")) {
                parts.add(days(fields[2], crontab));
            }
            if (!fields[4].equals("*")) {
                parts.add(weekdays(crontab));
            }
        }
        if (!fields[3].equals("*")) {
            parts.add(said("in", ranges(crontab.months(), 12, this::month)));
        }
        return String.join(words.getString("comma"), parts);
    }

    private String times(String[] fields, Crontab crontab) {
        BitSet minutes = crontab.minutes();
        BitSet hours = crontab.hours();
        if (minutes.cardinality() * hours.cardinality() <= MOST_TIMES) {
            List<String> times = new ArrayList<>();
            hours.stream().forEach(hour -> minutes.stream().forEach(minute -> times.add(clock(hour, minute))));
            return said("at", listed(times));
        }
        String minute = fields[0].equals("*")
                ? words.getString("everyMinute")
                : fields[0].matches("\\*/\\d+")
                        ? said("everyMinutes", fields[0].substring(2))
                        : fields[0].equals("0") ? "" : said("atMinute", ranges(minutes, 60, String::valueOf));
        if (fields[1].equals("*")) {
            return minute.isEmpty() ? words.getString("everyHour") : minute;
        }
        String hour = fields[1].matches("\\*/\\d+")
                ? said("everyHours", fields[1].substring(2))
                : said("inHours", ranges(hours, 24, value -> clock(value, 0)));
        return minute.isEmpty() ? hour : minute + words.getString("comma") + hour;
    }

    private String days(String field, Crontab crontab) {
        return said("onDay", ranges(crontab.days(), 32, String::valueOf));
    }

    /** From Monday on, as people count. */
    private String weekdays(Crontab crontab) {
        BitSet shifted = new BitSet(7);
        crontab.weekdays().stream().forEach(day -> shifted.set((day + 6) % 7));
        return ranges(shifted, 7, day -> DayOfWeek.of(day + 1).getDisplayName(TextStyle.FULL_STANDALONE, locale));
    }

    private String month(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    private String ranges(BitSet values, int end, IntFunction<String> word) {
        List<String> parts = new ArrayList<>();
        for (int from = values.nextSetBit(0); from >= 0 && from <= end; ) {
            int to = values.nextClearBit(from) - 1;
            if (to - from >= 2) {
                parts.add(said("through", word.apply(from), word.apply(to)));
            } else {
                for (int value = from; value <= to; value++) {
                    parts.add(word.apply(value));
                }
            }
            from = values.nextSetBit(to + 1);
        }
        return listed(parts);
    }

    private String listed(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        String first =
                parts.subList(0, parts.size() - 1).stream().collect(Collectors.joining(words.getString("comma")));
        return said("and", first, parts.get(parts.size() - 1));
    }

    private static String clock(int hour, int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", hour, minute);
    }

    private String said(String key, String... values) {
        String text = words.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i]);
        }
        return text;
    }
}
