package dev.karavel.query.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Days that have a name: those of many countries, and the federal ones of the United States. Found by how the name begins. */
final class Holidays {
    private static final Map<String, IntFunction<LocalDate>> ANYWHERE = new LinkedHashMap<>();
    private static final Map<String, IntFunction<LocalDate>> UNITED_STATES = new LinkedHashMap<>();

    static {
        ANYWHERE.put("new year's day", year -> LocalDate.of(year, 1, 1));
        ANYWHERE.put("good friday", year -> easter(year).minusDays(2));
        ANYWHERE.put("easter sunday", Holidays::easter);
        ANYWHERE.put("easter monday", year -> easter(year).plusDays(1));
        ANYWHERE.put("ascension day", year -> easter(year).plusDays(39));
        ANYWHERE.put("whit sunday", year -> easter(year).plusDays(49));
        ANYWHERE.put("whit monday", year -> easter(year).plusDays(50));
        ANYWHERE.put("labour day", year -> LocalDate.of(year, 5, 1));
        ANYWHERE.put("christmas day", year -> LocalDate.of(year, 12, 25));
        ANYWHERE.put("christmas eve", year -> LocalDate.of(year, 12, 24));
        ANYWHERE.put("boxing day", year -> LocalDate.of(year, 12, 26));
        ANYWHERE.put("new year's eve", year -> LocalDate.of(year, 12, 31));
        UNITED_STATES.put("martin luther king jr. day", year -> monday(year, Month.JANUARY, 3));
        UNITED_STATES.put("washington's birthday", year -> monday(year, Month.FEBRUARY, 3));
        UNITED_STATES.put("memorial day", year -> LocalDate.of(year, 5, 31)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
        UNITED_STATES.put("juneteenth", year -> LocalDate.of(year, 6, 19));
        UNITED_STATES.put("independence day", year -> LocalDate.of(year, 7, 4));
        UNITED_STATES.put("labor day", year -> monday(year, Month.SEPTEMBER, 1));
        UNITED_STATES.put("columbus day", year -> monday(year, Month.OCTOBER, 2));
        UNITED_STATES.put("veterans day", year -> LocalDate.of(year, 11, 11));
        UNITED_STATES.put("thanksgiving", year -> LocalDate.of(year, 11, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)));
    }

    private Holidays() {}

    /** @param country as in ISO 3166: US has more of them */
    static Optional<LocalDate> find(String name, int year, String country) {
        return find(ANYWHERE, name, year)
                .or(() -> country.equalsIgnoreCase("US") ? find(UNITED_STATES, name, year) : Optional.empty());
    }

    /** For a failure that says what would be right. */
    static String names() {
        return String.join(", ", ANYWHERE.keySet()) + "; in US also " + String.join(", ", UNITED_STATES.keySet());
    }

    private static Optional<LocalDate> find(Map<String, IntFunction<LocalDate>> days, String name, int year) {
        String wanted = name.trim().toLowerCase(Locale.ROOT);
        return days.entrySet().stream()
                .filter(day -> !wanted.isEmpty() && day.getKey().startsWith(wanted))
                .findFirst()
                .map(day -> day.getValue().apply(year));
    }

    private static LocalDate monday(int year, Month month, int number) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(number, DayOfWeek.MONDAY));
    }

    /** By the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int g = (8 * b + 13) / 25;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 19 * l) / 433;
        int month = (h + l - 7 * m + 90) / 25;
        int day = (h + l - 7 * m + 33 * month + 19) % 32;
        return LocalDate.of(year, month, day);
    }
}
