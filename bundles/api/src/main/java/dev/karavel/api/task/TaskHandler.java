package dev.karavel.api.task;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Does the tasks of one kind; a service of whichever bundle knows how. Called by several threads of several nodes at once.
 *
 * <p>A task is delivered at least once: a node that dies leaves one half done, and another begins it again. Handlers are
 * therefore idempotent: what they do to the outside, they do under the task's id, and look first whether it was done.
 */
@ConsumerType
public interface TaskHandler {
    /** The kind of {@link TaskOrder} it does. */
    String kind();

    /**
     * Does the work on the calling thread, which is interrupted when the task is cancelled or its time is up.
     *
     * @return a JSON object that is kept with the task; {@code "{}"} for nothing
     * @throws dev.karavel.api.error.KaravelException ends the attempt. Tried again where that can help: where the warehouse, a
     *     channel or capacity is to blame; never where the caller is
     */
    String handle(Work work);

    /** One attempt, as its handler sees it. */
    interface Work {
        Task task();

        /** Says how far it came; told to whoever waits. Cheap enough to call often. */
        void progress(int percent, String words);

        /** Whether it should stop: cancelled, out of time, or the node has lost it to another. */
        boolean isOver();
    }
}
