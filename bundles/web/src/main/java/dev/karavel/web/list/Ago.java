package dev.karavel.web.list;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in words. */
public final class Ago {
    private Ago() {}

    public static String of(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toSeconds() < 45) {
            return "now";
        }
        if (age.toMinutes() < 60) {
            return words(Math.max(1, age.toMinutes()), "minute");
        }
        if (age.toHours() < 24) {
            return words(age.toHours(), "hour");
        }
        long days = age.toDays();
        if (days < 31) {
            return words(days, "day");
        }
        return days < 365 ? words(days / 30, "month") : words(days / 365, "year");
    }

    private static String words(long count, String unit) {
        return count == 1 ? (unit.equals("hour") ? "an " : "a ") + unit + " ago" : count + " " + unit + "s ago";
    }
}
