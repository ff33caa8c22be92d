package dev.karavel.shell;

import dev.karavel.api.task.Tasks;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;

@Service
public final class DeadTaskIds implements Completer {
    @Reference
    Tasks tasks;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return TaskIds.complete(tasks, List.of("FAILED", "CANCELLED"), session, line, candidates);
    }
}
