package dev.karavel.shell;

import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskQueue;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "karavel", name = "task-cancel", description = "Ends a task that waits or runs, on whatever node")
public final class TaskCancelCommand implements Action {
    @Reference
    TaskQueue queue;

    @Argument(name = "task", required = true, description = "Its ID, as task-list shows it")
    @Completion(OpenTaskIds.class)
    String id;

    @Override
    public Object execute() {
        Task task = queue.cancel(TaskIds.parse(id)).orElseThrow(() -> TaskIds.unknown(id));
        System.out.println("Task " + id + " is " + task.course().state().name().toLowerCase(Locale.ROOT));
        return null;
    }
}
