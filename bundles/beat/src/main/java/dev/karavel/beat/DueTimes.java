package dev.karavel.beat;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.schedule.Crontabs;
import dev.karavel.api.schedule.Schedule;
import dev.karavel.api.schedule.Schedule.MissedRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became due, by each schedule's policy. Pure. */
final class DueTimes {
    /** A crontab has whole minutes. */
    private static final Duration FINEST = Duration.ofMinutes(1);

    private final Crontabs crontabs;
    private final Duration grace;

    DueTimes(Crontabs crontabs, Duration grace) {
        this.crontabs = crontabs;
        this.grace = grace;
    }

    /**
     * Of one schedule, after {@code after} up to and with {@code until}, oldest first. Those within the grace each; of earlier
     * ones, where the policy asks for it and none is within, the last.
     *
     * @throws KaravelException if its crontab cannot be read
     */
    List<Due> of(Schedule schedule, Instant after, Instant until) {
        Instant missed = until.minus(grace);
        Instant recent = missed.isAfter(after) ? missed : after;
        List<Due> due = crontabs.between(schedule.crontab(), schedule.zone(), recent, until, most()).stream()
                .map(at -> new Due(schedule, at))
                .toList();
        if (!due.isEmpty() || schedule.missed() == MissedRuns.SKIP || !missed.isAfter(after)) {
            return due;
        }
        return last(schedule, after, missed)
                .map(at -> List.of(new Due(schedule, at)))
                .orElse(List.of());
    }

    /** The last due time after {@code after} up to and with {@code until}, in a few dozen steps however far they are apart. */
    Optional<Instant> last(Schedule schedule, Instant after, Instant until) {
        Instant before = after;
        Instant behind = until;
        if (next(schedule, before).filter(at -> !at.isAfter(until)).isEmpty()) {
            return Optional.empty();
        }
        while (Duration.between(before, behind).compareTo(FINEST) > 0) {
            Instant middle = before.plus(Duration.between(before, behind).dividedBy(2));
            if (next(schedule, middle).filter(at -> !at.isAfter(until)).isPresent()) {
                before = middle;
            } else {
                behind = middle;
            }
        }
        return next(schedule, before);
    }

    Optional<Instant> next(Schedule schedule, Instant after) {
        return crontabs.next(schedule.crontab(), schedule.zone(), after);
    }

    private int most() {
        return (int) grace.toMinutes() + 2;
    }
}
