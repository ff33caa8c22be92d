package dev.karavel.report.cron;

import dev.karavel.api.error.KaravelException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** One of the five: its name, its range, and the words it knows beside numbers. */
enum CronField {
    MINUTE("minute", 0, 59, List.of()),
    HOUR("hour", 0, 23, List.of()),
    DAY("day of month", 1, 31, List.of()),
    MONTH("month", 1, 12, List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
    /** 0 and 7 are Sunday. */
    WEEKDAY("day of week", 0, 7, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

    private final String title;
    private final int least;
    private final int most;
    private final List<String> names;

    CronField(String title, int least, int most, List<String> names) {
        this.title = title;
        this.least = least;
        this.most = most;
        this.names = names;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    /** The values a text names, a list of {@code *}, {@code 5}, {@code 1-5}, each with {@code /2} behind it or not. */
    BitSet parse(String text, String blamed) {
        BitSet values = new BitSet(64);
        for (String part : text.split(",", -1)) {
            add(part, values, text, blamed);
        }
        if (this == WEEKDAY && values.get(7)) {
            values.clear(7);
            values.set(0);
        }
        return values;
    }

    private void add(String part, BitSet values, String text, String blamed) {
        String[] stepped = part.split("/", -1);
        if (stepped.length > 2 || part.isEmpty()) {
            throw wrong(text, blamed, "write numbers, lists 1,2, ranges 1-5 and steps */2");
        }
        int step = stepped.length == 2 ? number(stepped[1], text, blamed) : 1;
        if (step < 1) {
            throw wrong(text, blamed, "a step is at least 1");
        }
        String[] range = stepped[0].split("-", -1);
        int from;
        int to;
        if (stepped[0].equals("*")) {
            from = least;
            to = this == WEEKDAY ? 6 : most;
        } else if (range.length == 2) {
            from = value(range[0], text, blamed);
            to = value(range[1], text, blamed);
            if (this == WEEKDAY && to == 0 && from > 0) {
                to = 7;
            }
        } else if (range.length == 1) {
            from = value(range[0], text, blamed);
            to = stepped.length == 2 ? most : from;
        } else {
            throw wrong(text, blamed, "a range has two ends, such as 1-5");
        }
        if (from > to) {
            throw wrong(text, blamed, "a range goes upwards, such as 1-5");
        }
        for (int value = from; value <= to; value += step) {
            values.set(value);
        }
    }

    private int value(String word, String text, String blamed) {
        int named = names.indexOf(word.toLowerCase(Locale.ROOT));
        int value = named < 0 ? number(word, text, blamed) : named + (this == MONTH ? 1 : 0);
        if (value < least || value > most) {
            throw wrong(text, blamed, word + " is not from " + least + " to " + most);
        }
        return value;
    }

    private int number(String word, String text, String blamed) {
        if (!word.matches("\\d{1,4}")) {
            throw wrong(text, blamed, "“" + word + "” is no number");
        }
        return Integer.parseInt(word);
    }

    private KaravelException wrong(String text, String blamed, String why) {
        return KaravelException.invalid(blamed, "The " + title + " “" + text + "” cannot be read: " + why);
    }
}
