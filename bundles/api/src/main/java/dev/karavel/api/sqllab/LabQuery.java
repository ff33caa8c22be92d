package dev.karavel.api.sqllab;

import dev.karavel.api.catalog.Stored;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One run of typed SQL, from the moment it was asked for on: the history.
 *
 * @param clientId under which the page knows it; unique
 * @param question what was asked; never changes
 * @param course how far it came
 * @param changedOn set by the repository
 */
public record LabQuery(
        long id, UUID uuid, int version, String clientId, Question question, Course course, Instant changedOn)
        implements Stored {
    /** Where a run stands. The last five are ends: nothing comes behind them. */
    public enum State {
        PENDING,
        RUNNING,
        SCHEDULED,
        SUCCESS,
        FAILED,
        STOPPED,
        TIMED_OUT;

        private static final Set<State> OPEN = Set.of(PENDING, RUNNING);

        public boolean isOpen() {
            return OPEN.contains(this);
        }
    }

    /** What bounded the rows. */
    public enum Limiting {
        UNKNOWN,
        NOT_LIMITED,
        QUERY,
        DROPDOWN,
        QUERY_AND_DROPDOWN
    }

    /** What a CREATE … AS makes. */
    public enum Target {
        TABLE,
        VIEW
    }

    /**
     * What somebody asked.
     *
     * @param sql as typed
     * @param templateParams a JSON object, or empty
     * @param tab the name of the tab
     * @param editorId the id of the tab; empty for none
     * @param limit most rows
     * @param makes what is made of the result instead of showing it
     */
    public record Question(
            long userId,
            long databaseId,
            Optional<String> catalog,
            Optional<String> schema,
            String sql,
            String templateParams,
            String tab,
            String editorId,
            int limit,
            Optional<Making> makes) {
        public Question {
            Objects.requireNonNull(sql, "sql");
            Objects.requireNonNull(templateParams, "templateParams");
            Objects.requireNonNull(tab, "tab");
            Objects.requireNonNull(editorId, "editorId");
        }
    }

    /** A table or view to be made. */
    public record Making(Target target, Optional<String> schema, String name) {}

    /**
     * How a run goes.
     *
     * @param progress 0 to 100
     * @param executedSql empty before it is known
     * @param resultsKey under which its result is kept
     * @param error in words for the asker
     * @param extra JSON object: messages, errors, how many statements
     * @param node that runs it
     */
    public record Course(
            State state,
            int progress,
            Optional<String> executedSql,
            Limiting limiting,
            Optional<Long> rows,
            Optional<String> resultsKey,
            Optional<String> error,
            String extra,
            String node,
            Instant submitted,
            Optional<Instant> started,
            Optional<Instant> ended) {
        public Course {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(limiting, "limiting");
            Objects.requireNonNull(extra, "extra");
            Objects.requireNonNull(node, "node");
        }

        /** Asked for, not begun. */
        public static Course pending(String node, Instant now) {
            return new Course(
                    State.PENDING,
                    0,
                    Optional.empty(),
                    Limiting.UNKNOWN,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "{}",
                    node,
                    now,
                    Optional.empty(),
                    Optional.empty());
        }

        public Course running(Instant now) {
            return new Course(
                    State.RUNNING,
                    progress,
                    executedSql,
                    limiting,
                    rows,
                    resultsKey,
                    error,
                    extra,
                    node,
                    submitted,
                    Optional.of(started.orElse(now)),
                    ended);
        }

        /** A step further, with what is known by now. */
        public Course at(int percent, String executed, Limiting limited, String more) {
            return new Course(
                    state,
                    percent,
                    Optional.of(executed),
                    limited,
                    rows,
                    resultsKey,
                    error,
                    more,
                    node,
                    submitted,
                    started,
                    ended);
        }

        /** Done. */
        public Course succeeded(Optional<Long> count, Optional<String> key, Instant now) {
            return new Course(
                    State.SUCCESS,
                    100,
                    executedSql,
                    limiting,
                    count,
                    key,
                    Optional.empty(),
                    extra,
                    node,
                    submitted,
                    started,
                    Optional.of(now));
        }

        /** Over without a result. */
        public Course ended(State end, String why, String more, Instant now) {
            return new Course(
                    end,
                    progress,
                    executedSql,
                    limiting,
                    rows,
                    resultsKey,
                    Optional.of(why),
                    more,
                    node,
                    submitted,
                    started,
                    Optional.of(now));
        }
    }

    public LabQuery {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(course, "course");
        Objects.requireNonNull(changedOn, "changedOn");
    }

    public LabQuery with(Course other) {
        return new LabQuery(id, uuid, version, clientId, question, other, changedOn);
    }

    /** The same run, belonging to another tab. */
    public LabQuery inTab(String editorId) {
        Question moved = new Question(
                question.userId(),
                question.databaseId(),
                question.catalog(),
                question.schema(),
                question.sql(),
                question.templateParams(),
                question.tab(),
                editorId,
                question.limit(),
                question.makes());
        return new LabQuery(id, uuid, version, clientId, moved, course, changedOn);
    }

    @Override
    public String toString() {
        return "LabQuery[" + clientId + " " + course.state() + "]";
    }
}
