package dev.karavel.shell;

import dev.karavel.api.cache.Cluster;
import dev.karavel.api.task.Task.State;
import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.api.task.Tasks;
import dev.karavel.api.task.Tasks.Count;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(
        scope = "karavel",
        name = "worker-list",
        description = "Shows what each node of the cluster does now, and how much waits")
public final class WorkerListCommand implements Action {
    @Reference
    Cluster cluster;

    @Reference
    Tasks tasks;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        table.column("Node");
        table.column("Up");
        table.column("Interactive").alignRight();
        table.column("Scheduled").alignRight();
        table.column("Background").alignRight();
        List<Count> counts = tasks.counts();
        for (Cluster.Node node : cluster.nodes()) {
            Predicate<Count> here =
                    count -> count.state() == State.RUNNING && count.node().equals(Optional.of(node.name()));
            row(
                    table,
                    node.name() + (node.local() ? " (this one)" : ""),
                    Text.duration(node.uptimeSeconds()),
                    counts,
                    here);
        }
        row(table, "Waiting", "", counts, count -> count.state() == State.WAITING);
        table.print(System.out);
        return null;
    }

    private static void row(ShellTable table, String name, String up, List<Count> counts, Predicate<Count> which) {
        table.addRow()
                .addContent(
                        name,
                        up,
                        sum(counts, which, Priority.INTERACTIVE),
                        sum(counts, which, Priority.SCHEDULED),
                        sum(counts, which, Priority.BACKGROUND));
    }

    private static int sum(List<Count> counts, Predicate<Count> which, Priority priority) {
        return counts.stream()
                .filter(which)
                .filter(count -> count.priority() == priority)
                .mapToInt(Count::count)
                .sum();
    }
}
