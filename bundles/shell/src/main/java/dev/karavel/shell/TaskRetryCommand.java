package dev.karavel.shell;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.task.TaskQueue;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(
        scope = "karavel",
        name = "task-retry",
        description = "Lets a task that failed or was cancelled be tried again, with all its attempts")
public final class TaskRetryCommand implements Action {
    @Reference
    TaskQueue queue;

    @Argument(name = "task", required = true, description = "Its ID, as task-list shows it")
    @Completion(DeadTaskIds.class)
    String id;

    @Override
    public Object execute() {
        try {
            queue.retry(TaskIds.parse(id)).orElseThrow(() -> TaskIds.unknown(id));
        } catch (KaravelException e) {
            throw Text.told(e);
        }
        System.out.println("Task " + id + " waits again; karavel:task-list shows how it goes on");
        return null;
    }
}
