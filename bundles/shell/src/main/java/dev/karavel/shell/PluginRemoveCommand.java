package dev.karavel.shell;

import dev.karavel.api.viz.Plugin;
import dev.karavel.api.viz.Plugins;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(
        scope = "karavel",
        name = "plugin-remove",
        description =
                "Removes an uploaded plugin, or one of the deploy folder, on every node; it can be had back for a week")
public final class PluginRemoveCommand extends PluginCommand {
    @Override
    String change(Plugins plugins, Plugin plugin) {
        plugins.remove(plugin.symbolicName(), plugin.version(), Text.OPERATOR);
        return "is removed";
    }
}
