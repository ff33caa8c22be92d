package dev.karavel.beat;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.schedule.Schedule;
import dev.karavel.api.schedule.ScheduleSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn of the clock: what became due is ordered. What could not be ordered holds the mark back, so that the next turn, of
 * whichever node, comes upon it again; for the grace, then it is given up. Used by one thread.
 */
final class Turn {
    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

    private final DueTimes times;
    private final Orders orders;
    private final Duration grace;
    /** Ordered, but later than the mark. */
    private final Map<String, Instant> ordered = new HashMap<>();

    private final Map<String, Instant> troubles = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    /** Whose due times are ordered up to the mark. */
    private final Set<String> caughtUp = new HashSet<>();

    private Instant beginning = Instant.MAX;

    Turn(DueTimes times, Orders orders, Duration grace) {
        this.times = times;
        this.orders = orders;
        this.grace = grace;
    }

    /**
     * A series of turns begins. Sources come one after the other while a server starts: each begins here, however far the mark has
     * got until it comes.
     */
    void begin(Instant mark) {
        beginning = mark;
        caughtUp.clear();
    }

    /** @return up to when everything is ordered: between {@code after} and {@code until} */
    Instant run(List<ScheduleSource> sources, Instant after, Instant until) {
        Set<String> troubled = new HashSet<>();
        Instant done = until;
        List<Due> due = new ArrayList<>();
        for (ScheduleSource source : sources) {
            String name = source.getClass().getName();
            try {
                Instant from = caughtUp.contains(name) || beginning.isAfter(after) ? after : beginning;
                source.schedules().forEach(schedule -> due.addAll(dueOf(schedule, from, until)));
                caughtUp.add(name);
            } catch (RuntimeException e) {
                // Whatever it throws, the other sources have their schedules.
                if (isHoped(name, until, troubled, "The schedules of " + name + " are not known", e)) {
                    done = after;
                }
            }
        }
        due.removeIf(one -> ordered.containsKey(one.key()));
        due.sort(Comparator.comparing(Due::at)
                .thenComparing(one -> one.schedule().priority())
                .thenComparing(Due::key));
        for (Orders.Refused refused : orders.give(due)) {
            if (isHoped(
                    refused.due().key(),
                    until,
                    troubled,
                    "No task for " + refused.due().key(),
                    refused.why())) {
                Instant before = refused.due().at().minusMillis(1);
                done = before.isBefore(done) ? before : done;
                if (before.isBefore(after)) {
                    // the mark cannot go back to it: all begin again, and what is ordered already stays one task
                    caughtUp.clear();
                }
                due.remove(refused.due());
            }
        }
        due.forEach(one -> ordered.put(one.key(), one.at()));
        Instant mark = done.isBefore(after) ? after : done;
        ordered.values().removeIf(at -> !at.isAfter(mark));
        troubles.keySet().retainAll(troubled);
        return mark;
    }

    private List<Due> dueOf(Schedule schedule, Instant after, Instant until) {
        try {
            List<Due> due = times.of(schedule, after, until);
            unreadable.remove(schedule.id());
            return due;
        } catch (KaravelException e) {
            if (unreadable.add(schedule.id())) {
                LOG.warn("{} is never due: {}", schedule.id(), e.getMessage());
            }
            return List.of();
        }
    }

    private boolean isHoped(String name, Instant now, Set<String> troubled, String what, RuntimeException why) {
        troubled.add(name);
        Instant since = troubles.computeIfAbsent(name, fresh -> {
            LOG.warn("{}: {}. Tried again for {}", what, why.getMessage(), grace);
            LOG.debug("{}", what, why);
            return now;
        });
        if (since.plus(grace).isAfter(now)) {
            return true;
        }
        if (since.isAfter(Instant.MIN)) {
            troubles.put(name, Instant.MIN);
            LOG.error("{}, and it is given up", what, why);
        }
        return false;
    }

    /** Takes orders, several at once. */
    interface Orders {
        /** @return those that were not taken */
        List<Refused> give(List<Due> due);

        record Refused(Due due, RuntimeException why) {}
    }
}
