package dev.karavel.shell;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.viz.Plugin;
import dev.karavel.api.viz.Plugins;
import dev.karavel.api.viz.VisualizationRegistry;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "karavel", name = "plugin-disable", description = "Switches a plugin off, on every node")
public final class PluginDisableCommand implements Action {
    @Reference
    VisualizationRegistry visualizations;

    @Reference
    Plugins plugins;

    @Argument(name = "plugin", required = true, description = "Symbolic name of its bundle")
    @Completion(PluginNames.class)
    String name;

    @Argument(index = 1, name = "version", description = "Needed where several versions are installed")
    String version;

    @Override
    public Object execute() {
        Plugin plugin = new ChosenPlugin(visualizations.plugins()).of(name, version);
        try {
            plugins.enable(plugin.symbolicName(), plugin.version(), false, Text.OPERATOR);
        } catch (KaravelException e) {
            throw Text.told(e);
        }
        System.out.println(plugin.symbolicName() + " " + plugin.version() + " is off");
        return null;
    }
}
