package dev.karavel.worker;

import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskHandler.Work;
import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.api.task.Tasks.Claimed;
import dev.karavel.api.task.Tasks.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt at a task on this server. Its thread is interrupted at most while it is the thread of this attempt: whoever ends it
 * and the thread itself agree on that here.
 */
final class Attempt implements Work {
    /** Why an attempt was ended from outside. */
    enum End {
        CANCELLED,
        /** Another server has the task, or may have it by now. */
        LOST,
        TIMED_OUT,
        STOPPING
    }

    private final Claimed claimed;
    private final Instant begun;
    private Thread thread;
    private End end;
    private Instant leaseUntil;
    private Instant ended;
    private int progress;
    private String words = "";
    private boolean news;

    Attempt(Claimed claimed, Instant now, Duration lease) {
        this.claimed = claimed;
        begun = now;
        leaseUntil = now.plus(lease);
    }

    @Override
    public Task task() {
        return claimed.task();
    }

    Hold hold() {
        return claimed.hold();
    }

    Priority priority() {
        return task().order().priority();
    }

    /** @return whether there is anything to do: it may have been ended before it got its thread */
    synchronized boolean enter(Thread its) {
        if (end == null) {
            thread = its;
        }
        return end == null;
    }

    /** After this nobody interrupts the thread for this attempt. */
    synchronized void leave() {
        thread = null;
        // an interrupt that came too late is not for what comes next
        Thread.interrupted();
    }

    synchronized boolean end(End reason, Instant now) {
        if (end != null) {
            return false;
        }
        end = reason;
        ended = now;
        if (thread != null) {
            thread.interrupt();
        }
        return true;
    }

    synchronized Optional<End> end() {
        return Optional.ofNullable(end);
    }

    @Override
    public synchronized boolean isOver() {
        return end != null;
    }

    @Override
    public synchronized void progress(int percent, String saying) {
        progress = percent;
        words = saying;
        news = true;
    }

    /** How far it came, once; the next time only if there is more to say or the lease is half over. */
    synchronized Optional<Said> toSay(Instant now, Duration lease) {
        if (!news && now.isBefore(leaseUntil.minus(lease.dividedBy(2)))) {
            return Optional.empty();
        }
        news = false;
        return Optional.of(new Said(progress, words));
    }

    synchronized void renewed(Instant until) {
        leaseUntil = until;
    }

    synchronized boolean hasLeaseAt(Instant now) {
        return now.isBefore(leaseUntil);
    }

    boolean isTooLongAt(Instant now) {
        return now.isAfter(begun.plus(task().order().time()));
    }

    /** Whether it was told to stop that long ago. */
    synchronized boolean isDeafAt(Instant now, Duration patience) {
        return ended != null && now.isAfter(ended.plus(patience));
    }

    record Said(int progress, String words) {}
}
