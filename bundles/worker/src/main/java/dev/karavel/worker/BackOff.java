package dev.karavel.worker;

import dev.karavel.api.error.Blame;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.task.TaskOrder.Priority;
import java.time.Duration;
import java.util.Optional;

/** Which failures heal by waiting, and how long that takes. */
final class BackOff {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private BackOff() {}

    /**
     * How long to wait before the next attempt.
     *
     * @param attempt the one that failed, from 1
     * @return empty if another one would fail the same way
     */
    static Optional<Duration> after(RuntimeException failure, int attempt, Priority priority) {
        if (!(failure instanceof KaravelException known) || !heals(known.code())) {
            return Optional.empty();
        }
        Duration wait = Duration.ofSeconds(priority == Priority.INTERACTIVE ? 1 : 5);
        for (int passed = 1; passed < attempt && wait.compareTo(LONGEST) < 0; passed++) {
            wait = wait.multipliedBy(3);
        }
        if (wait.compareTo(LONGEST) > 0) {
            wait = LONGEST;
        }
        return Optional.of(known.retryAfter().compareTo(wait) > 0 ? known.retryAfter() : wait);
    }

    // INTERNAL: a database or a cluster node that is just coming back. A plugin may be on its way at the start of a
    // server.
    private static boolean heals(ErrorCode code) {
        return code.blame() == Blame.WAREHOUSE
                || code.blame() == Blame.CAPACITY
                || code == ErrorCode.INTERNAL
                || code == ErrorCode.PLUGIN_MISSING;
    }
}
