package dev.karavel.worker;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.task.Tasks;
import dev.karavel.api.task.Tasks.Outcome;
import dev.karavel.worker.Attempt.End;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after what is under way: renews leases, tells how far it came, ends what takes too long; and after what others left: takes
 * it from servers that are dead, fails what nobody takes, forgets what is old. For one thread.
 */
final class Keeper {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    /** How long a handler may take to notice that it was interrupted. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(10);
    private static final int MOST_LOSSES = 3;

    private final Tasks tasks;
    private final Attempts attempts;
    private final WorkerSettings settings;
    private final Clock clock;
    private Instant cleaned = Instant.EPOCH;

    Keeper(Tasks tasks, Attempts attempts, WorkerSettings settings, Clock clock) {
        this.tasks = tasks;
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return how many tasks of dead servers wait again */
    int turn() {
        attempts.all().forEach(this::look);
        int recovered = tasks.recover(MOST_LOSSES);
        if (recovered > 0) {
            LOG.warn("{} task(s) of servers that are gone wait again", recovered);
        }
        if (clock.instant().isAfter(cleaned.plus(BETWEEN_CLEANINGS))) {
            cleaned = clock.instant();
            clean();
        }
        return recovered;
    }

    private void look(Attempt attempt) {
        Instant now = clock.instant();
        if (attempt.isDeafAt(now, PATIENCE)) {
            abandon(attempt);
        } else if (attempt.isTooLongAt(now)) {
            attempt.end(End.TIMED_OUT, now);
        }
        attempt.toSay(now, settings.lease()).ifPresent(said -> renew(attempt, said, now));
    }

    private void renew(Attempt attempt, Attempt.Said said, Instant now) {
        try {
            if (tasks.renew(attempt.hold(), settings.lease(), said.progress(), said.words())) {
                attempt.renewed(now.plus(settings.lease()));
            } else {
                attempt.end(End.LOST, now);
            }
        } catch (KaravelException e) {
            LOG.warn("The lease of task {} was not renewed: {}", attempt.task().id(), e.getMessage());
            if (!attempt.hasLeaseAt(clock.instant())) {
                attempt.end(End.LOST, now);
            }
        }
    }

    /** It does not listen; the task ends all the same, its thread when it pleases. */
    private void abandon(Attempt attempt) {
        if (attempt.end().filter(End.TIMED_OUT::equals).isPresent()) {
            KaravelException why = Attempts.tooLong(attempt);
            if (tasks.end(
                    attempt.hold(), Outcome.failed(why.getMessage(), why.code().name()))) {
                LOG.warn(
                        "Task {} of the kind {} does not stop; its thread is left alone",
                        attempt.task().id(),
                        attempt.task().order().kind());
            }
        }
    }

    private void clean() {
        String words = "Nobody took it within " + settings.untaken().toHours()
                + " hours: no server does tasks of this kind, or all were busy";
        int failed = tasks.fail(settings.untaken(), Outcome.failed(words, ErrorCode.QUEUE_FULL.name()));
        if (failed > 0) {
            LOG.warn("{} task(s) failed that nobody took", failed);
        }
        tasks.forget(settings.doneKept(), settings.deadKept());
    }
}
