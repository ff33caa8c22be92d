package dev.karavel.shell;

import dev.karavel.api.viz.Plugin;
import java.util.List;

/** The plugin a command means by a name and, where several versions are there, a version. */
record ChosenPlugin(List<Plugin> plugins) {
    Plugin of(String name, String version) {
        List<Plugin> meant = plugins.stream()
                .filter(plugin -> plugin.symbolicName().equals(name))
                .filter(plugin -> version == null || plugin.version().equals(version))
                .toList();
        if (meant.isEmpty()) {
            throw new IllegalArgumentException("There is no plugin \"" + name + (version == null ? "" : " " + version)
                    + "\": see karavel:plugin-list");
        }
        if (meant.size() > 1) {
            throw new IllegalArgumentException(
                    "There are several versions of " + name + ", name one: " + String.join(", ", versions(meant)));
        }
        return meant.get(0);
    }

    private static List<String> versions(List<Plugin> plugins) {
        return plugins.stream().map(Plugin::version).toList();
    }
}
