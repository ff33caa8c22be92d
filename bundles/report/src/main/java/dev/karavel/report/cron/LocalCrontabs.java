package dev.karavel.report.cron;

import dev.karavel.api.schedule.Crontabs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Goes through the days, and through the times of each that fits. */
@Component(service = Crontabs.class)
public final class LocalCrontabs implements Crontabs {
    /** 29 February comes after eight years at most. */
    private static final int DAYS = 9 * 366;
    /** More than clocks are set by anywhere, but for days that are left out altogether. */
    private static final int SLACK_HOURS = 4;

    @Override
    public void check(String crontab, String field) {
        Crontab.read(crontab, field);
    }

    @Override
    public Optional<Instant> next(String crontab, ZoneId zone, Instant after) {
        return next(Crontab.read(crontab, "crontab"), zone.getRules(), after);
    }

    @Override
    public List<Instant> between(String crontab, ZoneId zone, Instant after, Instant until, int most) {
        Crontab read = Crontab.read(crontab, "crontab");
        List<Instant> due = new ArrayList<>();
        Optional<Instant> next = next(read, zone.getRules(), after);
        while (next.isPresent() && !next.get().isAfter(until) && due.size() < most) {
            due.add(next.get());
            next = next(read, zone.getRules(), next.get());
        }
        return due;
    }

    @Override
    public String describe(String crontab, Locale locale) {
        return CronWords.of(Crontab.fields(crontab, "crontab"), Crontab.read(crontab, "crontab"), locale);
    }

    private static Optional<Instant> next(Crontab crontab, ZoneRules rules, Instant after) {
        LocalDateTime from =
                LocalDateTime.ofInstant(after, rules.getOffset(after)).minusHours(SLACK_HOURS);
        LocalDate first = from.toLocalDate();
        Instant best = null;
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = first.plusDays(day);
            if (best != null && date.atStartOfDay().isAfter(horizon(best, rules))) {
                break;
            }
            if (crontab.on(date)) {
                best = onDay(crontab, rules, date, from, after, best);
            }
        }
        return Optional.ofNullable(best);
    }

    private static LocalDateTime horizon(Instant best, ZoneRules rules) {
        return LocalDateTime.ofInstant(best, rules.getOffset(best)).plusHours(SLACK_HOURS);
    }

    private static Instant onDay(
            Crontab crontab, ZoneRules rules, LocalDate date, LocalDateTime from, Instant after, Instant found) {
        Instant best = found;
        for (int hour = crontab.hours().nextSetBit(0);
                hour >= 0;
                hour = crontab.hours().nextSetBit(hour + 1)) {
            LocalDateTime start = date.atTime(hour, 0);
            if (start.plusHours(1).isBefore(from)) {
                continue;
            }
            if (best != null && start.isAfter(horizon(best, rules))) {
                break;
            }
            for (int minute = crontab.minutes().nextSetBit(0);
                    minute >= 0;
                    minute = crontab.minutes().nextSetBit(minute + 1)) {
                best = earlier(date.atTime(hour, minute), rules, crontab.hoursPass(), after, best);
            }
        }
        return best;
    }

    private static Instant earlier(
            LocalDateTime time, ZoneRules rules, boolean hoursPass, Instant after, Instant found) {
        List<ZoneOffset> offsets = rules.getValidOffsets(time);
        if (offsets.isEmpty()) {
            return earlier(rules.getTransition(time).getInstant(), after, found);
        }
        Instant best = earlier(time.toInstant(offsets.get(0)), after, found);
        // where clocks were set back the time comes again
        return hoursPass && offsets.size() > 1 ? earlier(time.toInstant(offsets.get(1)), after, best) : best;
    }

    private static Instant earlier(Instant candidate, Instant after, Instant found) {
        return candidate.isAfter(after) && (found == null || candidate.isBefore(found)) ? candidate : found;
    }
}
