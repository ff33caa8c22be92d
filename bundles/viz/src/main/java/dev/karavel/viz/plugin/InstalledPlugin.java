package dev.karavel.viz.plugin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.osgi.framework.Version;

/**
 * A bundle with visualizations.
 *
 * @param release bundle version and content hash: the folder its files are published in
 * @param paths its files, below {@code karavel/}
 * @param file reads one of them; empty once the bundle is gone
 * @param problem why all of it was refused, or empty
 */
public record InstalledPlugin(
        String symbolicName,
        String title,
        Version version,
        String release,
        Set<String> paths,
        Function<String, Optional<byte[]>> file,
        List<FoundVisualization> visualizations,
        String problem) {
    public InstalledPlugin {
        paths = Set.copyOf(paths);
        visualizations = List.copyOf(visualizations);
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
