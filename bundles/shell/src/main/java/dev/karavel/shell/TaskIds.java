package dev.karavel.shell;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.task.Tasks;
import java.util.List;
import java.util.UUID;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Tasks as the commands name them. */
final class TaskIds {
    private static final int MOST = 100;

    private TaskIds() {}

    static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown(id);
        }
    }

    static IllegalArgumentException unknown(String id) {
        return new IllegalArgumentException("There is no task " + id + "; see karavel:task-list --all");
    }

    static int complete(Tasks tasks, List<String> states, Session session, CommandLine line, List<String> found) {
        List<String> ids = tasks
                .list(new ListQuery(
                        List.of(new Condition("state", "in", states)), "", false, 0, MOST, new Visibility.All()))
                .items()
                .stream()
                .map(task -> task.id().toString())
                .toList();
        return new StringsCompleter(ids).complete(session, line, found);
    }
}
