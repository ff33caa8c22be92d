package dev.karavel.api.viz;

import java.util.List;

/**
 * A plugin bundle.
 *
 * @param kind visualization, datasource or notification
 * @param provides ids of what it brings
 * @param problem why it or part of it was refused, or empty
 */
public record Plugin(
        String symbolicName, String title, String version, String kind, List<String> provides, String problem) {
    public Plugin {
        provides = List.copyOf(provides);
    }
}
