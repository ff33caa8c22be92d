package dev.karavel.viz;

import dev.karavel.api.viz.Plugin;
import dev.karavel.viz.plugin.InstalledPlugin;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All plugins as administrators see them. */
final class PluginList {
    private PluginList() {}

    static List<Plugin> of(Collection<InstalledPlugin> visualizations, Collection<Plugin> dataSources) {
        return Stream.concat(visualizations.stream().map(PluginList::shown), dataSources.stream())
                .sorted(Comparator.comparing(Plugin::symbolicName).thenComparing(Plugin::version))
                .toList();
    }

    private static Plugin shown(InstalledPlugin plugin) {
        List<String> ids = plugin.visualizations().stream()
                .map(found -> found.shown().vizType())
                .toList();
        return new Plugin(
                plugin.symbolicName(),
                plugin.title(),
                plugin.version().toString(),
                "visualization",
                ids,
                plugin.anyProblem());
    }
}
