package dev.karavel.shell;

import dev.karavel.api.cache.Cluster;
import dev.karavel.api.cache.ResultCache;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Repository;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.viz.VisualizationRegistry;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

// Everything is optional: the command is for the day on which something is missing.
@Service
@Command(scope = "karavel", name = "status", description = "Shows what this server is and holds")
public final class StatusCommand implements Action {
    private static final String MISSING = "not running: see bundle:diag and log:display";

    @Reference(optional = true)
    Cluster cluster;

    @Reference(optional = true)
    ResultCache cache;

    @Reference(optional = true)
    VisualizationRegistry visualizations;

    @Reference(optional = true)
    Dashboards dashboards;

    @Reference(optional = true)
    Charts charts;

    @Reference(optional = true)
    Datasets datasets;

    @Reference(optional = true)
    Databases databases;

    @Reference(optional = true)
    Users users;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().noHeaders();
        table.column("");
        table.column("");
        Bundle bundle = FrameworkUtil.getBundle(StatusCommand.class);
        row(table, "Version", bundle == null ? "unknown" : bundle.getVersion().toString());
        cluster(table);
        row(table, "Result cache", cache());
        row(table, "Chart types", visualizations());
        row(table, "Dashboards", count(dashboards));
        row(table, "Charts", count(charts));
        row(table, "Datasets", count(datasets));
        row(table, "Databases", count(databases));
        row(table, "Users", count(users));
        table.print(System.out);
        return null;
    }

    private void cluster(ShellTable table) {
        if (cluster == null) {
            row(table, "Node", MISSING);
            return;
        }
        for (Cluster.Node node : cluster.nodes()) {
            row(
                    table,
                    node.local() ? "Node (this)" : "Node",
                    node.name() + " at " + node.address() + ", up " + Text.duration(node.uptimeSeconds()));
        }
    }

    private String cache() {
        if (cache == null) {
            return MISSING;
        }
        ResultCache.Statistics statistics = cache.statistics();
        return statistics.entries() + " results, " + Text.megabytes(statistics.bytes()) + " of "
                + Text.megabytes(statistics.limit());
    }

    private String visualizations() {
        if (visualizations == null) {
            return MISSING;
        }
        List<?> refused = visualizations.plugins().stream()
                .filter(plugin -> !plugin.problem().isEmpty())
                .toList();
        String ready = String.valueOf(
                visualizations.all().stream().filter(type -> type.ready()).count());
        return refused.isEmpty()
                ? ready
                : ready + "; " + refused.size() + " plugins with a problem: see karavel:plugin-list";
    }

    private static String count(Repository<?> repository) {
        if (repository == null) {
            return MISSING;
        }
        return String.valueOf(repository
                .list(new ListQuery(List.of(), "", false, 0, 1, new Visibility.All()))
                .count());
    }

    private static void row(ShellTable table, String what, String value) {
        table.addRow().addContent(what, value);
    }
}
