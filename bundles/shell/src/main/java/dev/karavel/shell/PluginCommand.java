package dev.karavel.shell;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.viz.Plugin;
import dev.karavel.api.viz.Plugins;
import dev.karavel.api.viz.VisualizationRegistry;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** Does something to one installed plugin, and says how it is with it now. */
abstract class PluginCommand implements Action {
    @Reference
    VisualizationRegistry visualizations;

    @Reference
    Plugins plugins;

    @Argument(name = "plugin", required = true, description = "Symbolic name of its bundle")
    @Completion(PluginNames.class)
    String name;

    @Argument(index = 1, name = "version", description = "Needed where several versions are installed")
    String version;

    /** @return how it is with the plugin now: "is on" */
    abstract String change(Plugins plugins, Plugin plugin);

    @Override
    public Object execute() {
        Plugin plugin = new ChosenPlugin(visualizations.plugins()).of(name, version);
        try {
            String state = change(plugins, plugin);
            System.out.println(plugin.symbolicName() + " " + plugin.version() + " " + state);
        } catch (KaravelException e) {
            throw Text.told(e);
        }
        return null;
    }
}
