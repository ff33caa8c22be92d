package dev.karavel.api.viz;

import java.util.List;
import java.util.Objects;

/**
 * A chart type that is installed.
 *
 * @param plugin symbolic name of its bundle
 * @param version version of its bundle
 * @param module address of its script below the server's root, or empty if refused
 * @param scripts addresses of what that script imports, nearest first: a hint for those who will load it
 * @param thumbnail address of its picture, or empty
 * @param descriptor the whole descriptor as JSON, shared controls spelled out
 * @param problem why it was refused, or empty
 */
public record Visualization(
        String vizType,
        String title,
        String category,
        List<String> tags,
        String description,
        String plugin,
        String version,
        String module,
        List<String> scripts,
        String thumbnail,
        String descriptor,
        String problem) {
    public Visualization {
        Objects.requireNonNull(vizType, "vizType");
        tags = List.copyOf(tags);
        scripts = List.copyOf(scripts);
    }

    /** One whose script is known to import nothing. */
    public Visualization(
            String vizType,
            String title,
            String category,
            List<String> tags,
            String description,
            String plugin,
            String version,
            String module,
            String thumbnail,
            String descriptor,
            String problem) {
        this(
                vizType,
                title,
                category,
                tags,
                description,
                plugin,
                version,
                module,
                List.of(),
                thumbnail,
                descriptor,
                problem);
    }

    public boolean ready() {
        return problem.isEmpty();
    }
}
