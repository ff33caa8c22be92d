package dev.karavel.shell;

import dev.karavel.api.viz.Plugin;
import dev.karavel.api.viz.VisualizationRegistry;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

@Service
public final class PluginNames implements Completer {
    @Reference
    VisualizationRegistry visualizations;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names = visualizations.plugins().stream()
                .map(Plugin::symbolicName)
                .distinct()
                .toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
