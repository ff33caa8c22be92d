package dev.karavel.shell;

import dev.karavel.api.viz.Plugin;
import dev.karavel.api.viz.Plugins;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "karavel", name = "plugin-disable", description = "Switches a plugin off, on every node")
public final class PluginDisableCommand extends PluginCommand {
    @Override
    String change(Plugins plugins, Plugin plugin) {
        plugins.enable(plugin.symbolicName(), plugin.version(), false, Text.OPERATOR);
        return "is off";
    }
}
