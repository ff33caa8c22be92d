package dev.karavel.shell;

import dev.karavel.api.cache.Cluster;
import dev.karavel.api.cluster.Nodes;
import dev.karavel.api.cluster.Nodes.Node;
import dev.karavel.api.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(scope = "karavel", name = "cluster", description = "Shows the nodes that work together, and what each does")
public final class ClusterCommand implements Action {
    private static final Duration SEEN_WITHIN = Duration.ofMinutes(1);

    @Reference
    Cluster cluster;

    @Reference
    Nodes nodes;

    @Reference(optional = true)
    Tasks tasks;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        table.column("Node");
        table.column("Roles");
        table.column("Address");
        table.column("Up");
        table.column("Clock").alignRight();
        table.column("");
        List<Cluster.Node> together = cluster.nodes();
        Map<String, Node> listed = listed(together);
        for (Cluster.Node node : together) {
            Node row = listed.remove(node.address());
            table.addRow()
                    .addContent(
                            node.name(),
                            String.join(", ", new TreeSet<>(node.roles())),
                            node.address(),
                            Text.duration(node.uptimeSeconds()),
                            row == null ? "?" : clock(row),
                            node.local() ? "this node" : row == null ? "gives no sign of life" : "");
        }
        listed.values().forEach(row -> table.addRow()
                .addContent(
                        row.name(),
                        String.join(", ", new TreeSet<>(row.roles())),
                        row.address(),
                        "",
                        clock(row),
                        "not in this cluster"));
        table.print(System.out);
        if (tasks != null) {
            waiting().print(System.out);
        }
        return null;
    }

    /** What the nodes are behind with. */
    private ShellTable waiting() {
        ShellTable table = new ShellTable().emptyTableText("No task waits");
        table.column("Waiting tasks");
        table.column("").alignRight();
        table.column("Oldest due for").alignRight();
        Instant now = Instant.now();
        tasks.waiting().forEach(waiting -> table.addRow()
                .addContent(
                        waiting.priority().name().toLowerCase(Locale.ROOT),
                        waiting.count(),
                        Text.time(Duration.between(waiting.oldest(), now))));
        return table;
    }

    private Map<String, Node> listed(List<Cluster.Node> together) {
        String name = together.stream()
                .filter(Cluster.Node::local)
                .map(Cluster.Node::cluster)
                .findFirst()
                .orElse("");
        return nodes.living(name, SEEN_WITHIN).stream()
                .collect(Collectors.toMap(Node::address, Function.identity(), (older, younger) -> younger));
    }

    /** How far it is before the database's. */
    private static String clock(Node node) {
        long millis = node.ahead().toMillis();
        return Math.abs(millis) < 1000 ? millis + " ms" : String.format("%+.1f s", millis / 1e3);
    }
}
