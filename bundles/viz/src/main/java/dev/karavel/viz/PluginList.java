package dev.karavel.viz;

import dev.karavel.api.viz.Plugin;
import dev.karavel.api.viz.Plugin.State;
import dev.karavel.viz.plugin.Catalog;
import dev.karavel.viz.plugin.InstalledPlugin;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All plugins as administrators see them. */
record PluginList(Catalog catalog, DataSources dataSources) {
    List<Plugin> plugins() {
        return catalog.plugins().stream()
                .sorted(Comparator.comparing(InstalledPlugin::symbolicName)
                        .thenComparing(InstalledPlugin::version, Comparator.reverseOrder()))
                .map(this::shown)
                .toList();
    }

    private Plugin shown(InstalledPlugin plugin) {
        List<String> ids = Stream.concat(
                        plugin.visualizations().stream()
                                .map(found -> found.shown().vizType()),
                        dataSources.of(plugin.bundle()).stream())
                .toList();
        return new Plugin(
                plugin.symbolicName(),
                plugin.title(),
                plugin.version().toString(),
                plugin.kind(),
                ids,
                plugin.anyProblem(),
                state(plugin),
                plugin.origin());
    }

    private State state(InstalledPlugin plugin) {
        if (!plugin.anyProblem().isEmpty()) {
            return State.REFUSED;
        }
        if (!catalog.on(plugin)) {
            return State.DISABLED;
        }
        return plugin.running() ? State.READY : State.STOPPED;
    }
}
