package dev.karavel.worker;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.TaskQueue;
import dev.karavel.api.task.Tasks;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The queue is the table; who does the tasks hears of it by the events of the table. */
@Component
public final class StoredTaskQueue implements TaskQueue {
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Tasks tasks;
    private final Handlers handlers;
    private final Depth depth;
    private final WorkerSettings settings;

    @Activate
    public StoredTaskQueue(
            @Reference Tasks tasks,
            @Reference Handlers handlers,
            @Reference Depth depth,
            @Reference WorkerSettings settings) {
        this.tasks = tasks;
        this.handlers = handlers;
        this.depth = depth;
        this.settings = settings;
    }

    @Override
    public Task submit(TaskOrder order) {
        if (handlers.find(order.kind()).isEmpty()) {
            throw KaravelException.invalid(
                    "kind", "Nobody does tasks of the kind " + order.kind() + ", but of " + handlers.kinds());
        }
        if (depth.of(order.priority()) >= settings.mostWaiting()) {
            return tasks.find(order.kind(), order.key())
                    .orElseThrow(() -> KaravelException.busy(
                            ErrorCode.QUEUE_FULL, "Too many tasks wait for their turn; try again later", LATER));
        }
        Task task = tasks.append(order);
        depth.added(order.priority());
        return task;
    }

    @Override
    public Optional<Task> find(UUID id) {
        return tasks.find(id);
    }

    @Override
    public Optional<Task> cancel(UUID id) {
        return tasks.cancel(id, "Cancelled");
    }

    @Override
    public Optional<Task> retry(UUID id) {
        return tasks.reopen(id);
    }
}
