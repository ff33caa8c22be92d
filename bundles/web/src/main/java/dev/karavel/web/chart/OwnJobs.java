package dev.karavel.web.chart;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartTasks;
import dev.karavel.api.security.Principal;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskQueue;
import java.util.Optional;
import java.util.UUID;

/** Questions as tasks, each for who asked it. */
record OwnJobs(TaskQueue queue) {
    /** @throws KaravelException NOT_FOUND, for those of others too */
    Task own(String id, Principal principal) {
        return uuid(id).flatMap(queue::find)
                .filter(task -> task.order().kind().equals(ChartTasks.KIND))
                .filter(task -> task.order().userId().orElse(-1) == principal.userId())
                .orElseThrow(() -> KaravelException.notFound("Question", id));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
