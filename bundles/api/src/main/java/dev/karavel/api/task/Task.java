package dev.karavel.api.task;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An order that was taken, and how far it came. It is in the metadata database before anybody hears of it, so it survives the
 * server.
 *
 * @param id under which callers know it
 */
public record Task(UUID id, TaskOrder order, Course course) {
    /** The last three are ends: nothing comes behind them. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        /** Tried as often as allowed, or for a reason that does not heal; kept with its reason. */
        FAILED,
        CANCELLED;

        public boolean isEnd() {
            return this != WAITING && this != RUNNING;
        }
    }

    /**
     * @param attempt from 1 while it runs; 0 before
     * @param progress 0 to 100
     * @param words what it is doing, or why it ended, for the one who ordered it; empty for nothing to say
     * @param errorCode name of a {@link dev.karavel.api.error.ErrorCode}, where it failed
     * @param result JSON of the handler, where it is done
     * @param node that has it, or had it last
     * @param due when it may be taken (again)
     */
    public record Course(
            State state,
            int attempt,
            int progress,
            String words,
            Optional<String> errorCode,
            Optional<String> result,
            Optional<String> node,
            Instant submitted,
            Instant due,
            Optional<Instant> started,
            Optional<Instant> ended) {
        public Course {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(submitted, "submitted");
            Objects.requireNonNull(due, "due");
        }
    }

    public Task {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(course, "course");
    }

    @Override
    public String toString() {
        return "Task[" + order.kind() + " " + id + " " + course.state() + "]";
    }
}
