package dev.karavel.shell;

import dev.karavel.api.viz.Plugin;
import dev.karavel.api.viz.Plugins;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "karavel", name = "plugin-enable", description = "Switches a plugin on, on every node")
public final class PluginEnableCommand extends PluginCommand {
    @Override
    String change(Plugins plugins, Plugin plugin) {
        plugins.enable(plugin.symbolicName(), plugin.version(), true, Text.OPERATOR);
        return "is on";
    }
}
