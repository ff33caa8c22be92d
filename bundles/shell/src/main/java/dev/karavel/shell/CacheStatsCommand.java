package dev.karavel.shell;

import dev.karavel.api.cache.ResultCache;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(scope = "karavel", name = "cache-stats", description = "Shows how the result cache does since the start")
public final class CacheStatsCommand implements Action {
    @Reference
    ResultCache cache;

    @Override
    public Object execute() {
        ResultCache.Statistics statistics = cache.statistics();
        long asked = statistics.hits() + statistics.misses();
        ShellTable table = new ShellTable().noHeaders();
        table.column("");
        table.column("");
        row(table, "Results in the cluster", statistics.entries());
        row(
                table,
                "Memory of this node",
                Text.megabytes(statistics.bytes()) + " of " + Text.megabytes(statistics.limit()));
        row(table, "Hits", statistics.hits());
        row(table, "Misses", statistics.misses());
        row(
                table,
                "Hit rate",
                asked == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * statistics.hits() / asked));
        row(table, "Shared flights", statistics.shared());
        row(table, "Evicted", statistics.evictions());
        table.print(System.out);
        return null;
    }

    private static void row(ShellTable table, String what, Object value) {
        table.addRow().addContent(what, value);
    }
}
