package dev.karavel.shell;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(
        scope = "karavel",
        name = "task-list",
        description = "Lists tasks of all nodes that wait or run, or failed; with --all also those that are done")
public final class TaskListCommand implements Action {
    private static final List<String> TROUBLE = List.of("WAITING", "RUNNING", "FAILED");
    private static final int LONGEST = 70;

    @Reference
    Tasks tasks;

    @Argument(name = "kind", description = "Only tasks of this kind")
    @Completion(TaskKinds.class)
    String kind;

    @Option(name = "--state", description = "Only tasks in this state")
    @Completion(TaskStates.class)
    String state;

    @Option(name = "--all", description = "Also those that are done or cancelled")
    boolean all;

    @Option(name = "--most", description = "How many of the newest")
    int most = 50;

    @Override
    public Object execute() {
        Page<Task> page =
                tasks.list(new ListQuery(conditions(), "", false, 0, Math.max(1, most), new Visibility.All()));
        ShellTable table =
                new ShellTable().emptyTableText("No tasks" + (all ? "" : "; --all shows those that are done"));
        table.column("ID");
        table.column("Kind");
        table.column("State");
        table.column("Priority");
        table.column("Try").alignRight();
        table.column("Age").alignRight();
        table.column("Node");
        table.column("What");
        Instant now = Instant.now();
        page.items().forEach(task -> table.addRow().addContent(row(task, now)));
        table.print(System.out);
        if (page.count() > page.items().size()) {
            System.out.println(page.items().size() + " of " + page.count() + " shown; --most shows more");
        }
        return null;
    }

    private List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        if (kind != null) {
            conditions.add(new Condition("kind", "eq", kind));
        }
        if (state != null) {
            conditions.add(new Condition("state", "eq", state.toUpperCase(Locale.ROOT)));
        } else if (!all) {
            conditions.add(new Condition("state", "in", TROUBLE));
        }
        return conditions;
    }

    private static Object[] row(Task task, Instant now) {
        Task.Course course = task.course();
        return new Object[] {
            task.id(),
            task.order().kind(),
            word(course.state()) + (course.state() == Task.State.RUNNING ? " " + course.progress() + " %" : ""),
            word(task.order().priority()),
            course.attempt() + " of " + task.order().attempts(),
            Text.time(Duration.between(course.submitted(), now)),
            course.node().orElse(""),
            shortened(course.words().isEmpty() ? task.order().key() : course.words())
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
