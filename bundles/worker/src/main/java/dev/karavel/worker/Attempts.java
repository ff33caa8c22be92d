package dev.karavel.worker;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskHandler;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.Tasks;
import dev.karavel.api.task.Tasks.Outcome;
import dev.karavel.worker.Attempt.End;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The attempts under way on this server; what the routes call. */
public final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LATER = Duration.ofSeconds(2);
    private static final long BETWEEN_TRIES_MILLIS = 500;

    private final Tasks tasks;
    private final Handlers handlers;
    private final Clock clock;
    private final Runnable whenOver;
    private final Map<UUID, Attempt> underWay = new ConcurrentHashMap<>();

    /** @param whenOver told after each: a place is free */
    Attempts(Tasks tasks, Handlers handlers, Clock clock, Runnable whenOver) {
        this.tasks = tasks;
        this.handlers = handlers;
        this.clock = clock;
        this.whenOver = whenOver;
    }

    /** @param sending brings it to a thread that makes it */
    void begin(Attempt attempt, Runnable sending) {
        underWay.put(attempt.task().id(), attempt);
        boolean sent = false;
        try {
            sending.run();
            sent = true;
        } finally {
            if (!sent) {
                underWay.remove(attempt.task().id(), attempt);
                giveBack(attempt, AT_ONCE);
            }
        }
    }

    Collection<Attempt> all() {
        return List.copyOf(underWay.values());
    }

    long count(TaskOrder.Priority priority) {
        return underWay.values().stream()
                .filter(attempt -> attempt.priority() == priority)
                .count();
    }

    void cancel(UUID id) {
        Attempt attempt = underWay.get(id);
        if (attempt != null) {
            attempt.end(End.CANCELLED, clock.instant());
        }
    }

    /** Does it on the calling thread; whatever happens, somebody knows how it ended. */
    public void make(Attempt attempt) {
        try {
            if (attempt.enter(Thread.currentThread())) {
                Optional<Outcome> outcome = handled(attempt);
                outcome.ifPresent(end -> persist(attempt, () -> tasks.end(attempt.hold(), end)));
            } else if (attempt.end().filter(End.STOPPING::equals).isPresent()) {
                giveBack(attempt, AT_ONCE);
            }
        } finally {
            underWay.remove(attempt.task().id(), attempt);
            whenOver.run();
        }
    }

    /** @return how it ended; empty where that is said already, or not to be said */
    private Optional<Outcome> handled(Attempt attempt) {
        TaskOrder order = attempt.task().order();
        RuntimeException failure;
        try {
            Optional<TaskHandler> handler = handlers.find(order.kind());
            if (handler.isEmpty()) {
                // its bundle went in this moment: whoever has it takes the task
                giveBack(attempt, LATER);
                return Optional.empty();
            }
            return Optional.of(Outcome.done(handler.get().handle(attempt)));
        } catch (KaravelException e) {
            failure = e;
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            // the thread's edge: a handler may be anybody's, and its task must end
            LOG.error("Task {} of the kind {} failed", attempt.task().id(), order.kind(), e);
            failure = new IllegalStateException("A fault of the server or a plugin; its log says more", e);
        } finally {
            attempt.leave();
        }
        return failed(attempt, failure);
    }

    private Optional<Outcome> failed(Attempt attempt, RuntimeException failure) {
        End end = attempt.end().orElse(null);
        if (end == End.CANCELLED || end == End.LOST) {
            return Optional.empty();
        }
        if (end == End.STOPPING) {
            giveBack(attempt, AT_ONCE);
            return Optional.empty();
        }
        return judged(attempt, end == End.TIMED_OUT ? tooLong(attempt) : failure);
    }

    private Optional<Outcome> judged(Attempt attempt, RuntimeException failure) {
        Task task = attempt.task();
        ErrorCode code = failure instanceof KaravelException known ? known.code() : ErrorCode.INTERNAL;
        Outcome outcome = Outcome.failed(String.valueOf(failure.getMessage()), code.name());
        int made = task.course().attempt();
        Optional<Duration> pause = made >= task.order().attempts()
                ? Optional.empty()
                : BackOff.after(failure, made, task.order().priority());
        if (pause.isEmpty()) {
            LOG.warn(
                    "Task {} of the kind {} failed: {}", task.id(), task.order().kind(), failure.getMessage());
            return Optional.of(outcome);
        }
        persist(attempt, () -> tasks.putBack(attempt.hold(), pause.get(), Optional.of(outcome)));
        return Optional.empty();
    }

    static KaravelException tooLong(Attempt attempt) {
        return new KaravelException(
                ErrorCode.WAREHOUSE_TIMEOUT,
                "It took longer than " + attempt.task().order().time().toSeconds() + " s");
    }

    void giveBack(Attempt attempt) {
        giveBack(attempt, AT_ONCE);
    }

    private void giveBack(Attempt attempt, Duration pause) {
        persist(attempt, () -> tasks.putBack(attempt.hold(), pause, Optional.empty()));
    }

    /** As long as the lease holds: after it another server does the task, and this one has nothing to say. */
    private void persist(Attempt attempt, BooleanSupplier step) {
        while (attempt.hasLeaseAt(clock.instant())) {
            try {
                step.getAsBoolean();
                return;
            } catch (KaravelException e) {
                LOG.warn("Task {} cannot be written down: {}", attempt.task().id(), e.getMessage());
                if (!pause()) {
                    return;
                }
            }
        }
        LOG.warn(
                "Task {} is left to another server: its lease ran out",
                attempt.task().id());
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
