package dev.karavel.api.viz;

import java.util.List;
import java.util.Objects;

/**
 * What a jar would bring.
 *
 * @param replaces the installed version with the same name and number, which would be exchanged
 * @param problems why it is not taken; empty if it is
 */
public record PluginArrival(
        String symbolicName,
        String title,
        String version,
        String kind,
        String digest,
        boolean replaces,
        List<Brought> brings,
        List<String> problems) {
    /**
     * A chart type in it.
     *
     * @param now plugin and version that draw the type now, or empty
     * @param counts whether charts would be drawn by this jar: the highest version counts
     */
    public record Brought(String vizType, String title, String now, boolean counts) {}

    public PluginArrival {
        Objects.requireNonNull(symbolicName, "symbolicName");
        brings = List.copyOf(brings);
        problems = List.copyOf(problems);
    }
}
