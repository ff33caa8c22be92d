package dev.karavel.beat;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.schedule.Crontabs;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads {@code minute hour * * *} with stars, steps and lists, slowly and plainly: minute by minute, as the contract says where
 * clocks are set. What the beat needs of crontabs without the bundle that reads them.
 */
final class ScannedCrontabs implements Crontabs {
    private static final int FAR = 60 * 24 * 3;

    @Override
    public void check(String crontab, String field) {
        if (crontab.split(" ").length != 5) {
            throw new KaravelException(ErrorCode.INVALID_REQUEST, "A crontab has five fields, not: " + crontab);
        }
    }

    @Override
    public Optional<Instant> next(String crontab, ZoneId zone, Instant after) {
        check(crontab, "crontab");
        Instant minute = after.truncatedTo(ChronoUnit.MINUTES);
        for (int i = 1; i <= FAR; i++) {
            Instant candidate = minute.plus(i, ChronoUnit.MINUTES);
            if (due(crontab.split(" "), zone, candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Instant> between(String crontab, ZoneId zone, Instant after, Instant until, int most) {
        check(crontab, "crontab");
        List<Instant> times = new ArrayList<>();
        Instant time = after.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        for (; times.size() < most && !time.isAfter(until); time = time.plus(1, ChronoUnit.MINUTES)) {
            if (due(crontab.split(" "), zone, time)) {
                times.add(time);
            }
        }
        return times;
    }

    @Override
    public String describe(String crontab, Locale locale) {
        return crontab;
    }

    private static boolean due(String[] fields, ZoneId zone, Instant at) {
        ZonedDateTime local = at.atZone(zone);
        boolean counted = fields[1].startsWith("*");
        ZoneOffsetTransition change = zone.getRules().previousTransition(at.plusNanos(1));
        if (!counted && change != null) {
            if (change.isGap() && change.getInstant().equals(at)) {
                LocalDateTime missing = change.getDateTimeBefore();
                for (; missing.isBefore(change.getDateTimeAfter()); missing = missing.plusMinutes(1)) {
                    if (matches(fields, missing)) {
                        return true;
                    }
                }
            }
            if (change.isOverlap()
                    && local.toLocalDateTime().isBefore(change.getDateTimeBefore())
                    && !at.isBefore(change.getInstant())) {
                return false;
            }
        }
        return matches(fields, local.toLocalDateTime());
    }

    private static boolean matches(String[] fields, LocalDateTime local) {
        return matches(fields[0], local.getMinute()) && matches(fields[1], local.getHour());
    }

    private static boolean matches(String field, int value) {
        if (field.startsWith("*")) {
            return field.length() == 1 || value % Integer.parseInt(field.substring(2)) == 0;
        }
        return List.of(field.split(",")).contains(String.valueOf(value));
    }
}
