package dev.karavel.api.task;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The rows behind the {@link TaskQueue}: the truth about each task, for whoever queues, does and shows them. Each call is one
 * transaction, durable when it returns and told by {@link dev.karavel.api.event.Topics#TASK_CHANGED}. Safe for several threads of several nodes: what meets, comes
 * one after the other, and nothing comes behind an end. Leases and due times go by the database's clock, no node's.
 */
@ProviderType
public interface Tasks {
    /** Keeps an order; the older task if one of that kind and key is kept. */
    Task append(TaskOrder order);

    Optional<Task> find(UUID id);

    Optional<Task> find(String kind, String key);

    /**
     * Columns: id uuid kind key state priority user_id node words error_code submitted_on due_on started_on ended_on; newest first
     * where nobody says otherwise. States have the names of {@link Task.State}.
     */
    Page<Task> list(ListQuery query);

    /** What waits, one per priority of which any does. */
    List<Waiting> waiting();

    /** All that are kept. Reads the whole table: for people and collectors, not for each task. */
    List<Count> counts();

    /** Takes what waits and is due for a node, the oldest first; each goes to one node only. */
    List<Claimed> claim(Wish wish);

    /**
     * Says that the node still does it, and how far it came.
     *
     * @return false if it is no longer the node's: cancelled, ended, or given to another
     */
    boolean renew(Hold hold, Duration lease, int progress, String words);

    /** @return false if it was no longer the node's: nothing changed */
    boolean end(Hold hold, Outcome outcome);

    /**
     * Lets it wait again.
     *
     * @param failure why, for a failed attempt; empty where the node only gives it back, which costs no attempt
     * @return false if it was no longer the node's: nothing changed
     */
    boolean putBack(Hold hold, Duration pause, Optional<Outcome> failure);

    /** Ends it as cancelled if it is not at an end; empty if there is none. */
    Optional<Task> cancel(UUID id, String words);

    /**
     * Lets a failed or cancelled one wait again, with all its attempts; empty if there is none.
     *
     * @throws dev.karavel.api.error.KaravelException CONFLICT if it is not at an end, or done
     */
    Optional<Task> reopen(UUID id);

    /**
     * Lets those wait again whose node has not renewed its lease; those that were lost so often that they may be the reason, fail.
     *
     * @return how many there were
     */
    int recover(int mostLosses);

    /** Fails what has been due for longer than that and was taken by nobody. */
    int fail(Duration dueSince, Outcome outcome);

    /** Forgets what has been done, and what has been failed or cancelled, for longer than that. */
    int forget(Duration doneSince, Duration deadSince);

    /** @param oldest when the first of them was due */
    record Waiting(TaskOrder.Priority priority, int count, Instant oldest) {}

    /** @param node that has them, while they run */
    record Count(
            String kind,
            TaskOrder.Priority priority,
            Task.State state,
            Optional<String> node,
            int count,
            Instant oldest) {}

    /**
     * @param kinds the node has handlers for
     * @param most tasks it can take now
     * @param lease how long they are the node's without a word from it
     */
    record Wish(String node, TaskOrder.Priority priority, Set<String> kinds, int most, Duration lease) {
        public Wish {
            kinds = Set.copyOf(kinds);
        }
    }

    /** Proof of being the one who does a task; worthless once somebody else has it. */
    record Hold(long row, int claim) {}

    record Claimed(Task task, Hold hold) {}

    /** @param state an end */
    record Outcome(Task.State state, String words, Optional<String> errorCode, Optional<String> result) {
        public Outcome {
            Objects.requireNonNull(words, "words");
            if (!state.isEnd()) {
                throw new IllegalArgumentException(state + " is no end");
            }
        }

        public static Outcome done(String result) {
            return new Outcome(Task.State.DONE, "", Optional.empty(), Optional.of(result));
        }

        public static Outcome failed(String words, String errorCode) {
            return new Outcome(Task.State.FAILED, words, Optional.of(errorCode), Optional.empty());
        }
    }
}
