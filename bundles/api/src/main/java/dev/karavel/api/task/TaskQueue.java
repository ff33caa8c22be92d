package dev.karavel.api.task;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes orders and sees that each ends: done, failed with a reason, or cancelled. Safe for several threads, the same on every
 * node. How a task goes on is told by events, {@link dev.karavel.api.event.Topics#TASK_CHANGED}.
 */
@ProviderType
public interface TaskQueue {
    /**
     * Takes an order; it is durable when the call returns. Costs one short transaction.
     *
     * @return the task, which is an older one if the same was ordered before
     * @throws dev.karavel.api.error.KaravelException QUEUE_FULL at once where too many wait, INVALID_REQUEST for a kind nobody does
     */
    Task submit(TaskOrder order);

    Optional<Task> find(UUID id);

    /**
     * Ends a task that waits, and tells the one that runs to stop; nothing happens to one that is at an end.
     *
     * @return as it is now; empty if there is none
     */
    Optional<Task> cancel(UUID id);

    /**
     * Lets a failed or cancelled one be tried again, with all its attempts.
     *
     * @return as it is now; empty if there is none
     * @throws dev.karavel.api.error.KaravelException CONFLICT if it is not at an end, or done
     */
    Optional<Task> retry(UUID id);
}
