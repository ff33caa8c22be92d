package dev.karavel.viz.plugin;

import dev.karavel.viz.descriptor.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.osgi.framework.Version;

/** The files below {@code karavel/} of a jar that is no bundle yet. */
public final class JarFiles {
    private final PluginFiles files = new PluginFiles();

    public void add(String path, InputStream stream) throws IOException, Refused {
        files.add(path, stream);
    }

    /** What the server would make of them; complaints go into the list. */
    public List<FoundVisualization> visualizations(List<String> problems) {
        if (files.files().isEmpty()) {
            return List.of();
        }
        try {
            return new VisualizationReader().read("jar", Version.emptyVersion, "0", files.files());
        } catch (Refused e) {
            problems.add(e.getMessage());
            return List.of();
        }
    }
}
