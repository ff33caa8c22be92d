package dev.karavel.viz.plugin;

import dev.karavel.api.viz.Visualization;
import dev.karavel.viz.descriptor.Descriptor;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * A chart type of a plugin.
 *
 * @param descriptor empty if it was refused
 */
public record FoundVisualization(Visualization shown, Version version, Optional<Descriptor> descriptor) {}
