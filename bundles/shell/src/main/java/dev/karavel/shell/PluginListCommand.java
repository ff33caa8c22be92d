package dev.karavel.shell;

import dev.karavel.api.viz.VisualizationRegistry;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(scope = "karavel", name = "plugin-list", description = "Lists the plugins and what they bring")
public final class PluginListCommand implements Action {
    @Reference
    VisualizationRegistry visualizations;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().emptyTableText("No plugins: put a plugin's jar into the folder deploy");
        table.column("Plugin");
        table.column("Version");
        table.column("Kind");
        table.column("State");
        table.column("From");
        table.column("Provides").maxSize(60).wrap();
        table.column("Problem").maxSize(60).wrap();
        visualizations.plugins().forEach(plugin -> table.addRow()
                .addContent(
                        plugin.symbolicName(),
                        plugin.version(),
                        plugin.kind(),
                        plugin.state().name().toLowerCase(Locale.ROOT),
                        plugin.origin().name().toLowerCase(Locale.ROOT),
                        String.join(", ", plugin.provides()),
                        plugin.problem()));
        table.print(System.out);
        return null;
    }
}
