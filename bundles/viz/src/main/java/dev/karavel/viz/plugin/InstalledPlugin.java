package dev.karavel.viz.plugin;

import dev.karavel.api.viz.Plugin.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.Version;

/**
 * A plugin's bundle, running or not.
 *
 * @param bundle its id
 * @param modified when it was installed or last updated
 * @param release bundle version and content hash: the folder its files are published in
 * @param sizes of its files, below {@code karavel/}
 * @param file reads one of them; empty once the bundle is gone
 * @param problem why all of it was refused, or empty
 */
public record InstalledPlugin(
        long bundle,
        String symbolicName,
        String title,
        Version version,
        String kind,
        Origin origin,
        long modified,
        boolean running,
        String release,
        Map<String, Long> sizes,
        Function<String, Optional<byte[]>> file,
        List<FoundVisualization> visualizations,
        String problem) {
    public InstalledPlugin {
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
        visualizations = List.copyOf(visualizations);
    }

    InstalledPlugin running(boolean now) {
        return now == running
                ? this
                : new InstalledPlugin(
                        bundle,
                        symbolicName,
                        title,
                        version,
                        kind,
                        origin,
                        modified,
                        now,
                        release,
                        sizes,
                        file,
                        visualizations,
                        problem);
    }

    /** Name and version: what is switched off and on. */
    public String key() {
        return key(symbolicName, version.toString());
    }

    public static String key(String symbolicName, String version) {
        return symbolicName + "/" + version;
    }

    /** The first problem of it or of one of its visualizations, or empty. */
    public String anyProblem() {
        return problem.isEmpty()
                ? visualizations.stream()
                        .map(found -> found.shown().problem())
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("")
                : problem;
    }
}
