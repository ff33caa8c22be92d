package dev.karavel.viz.plugin;

import dev.karavel.api.viz.Visualization;
import dev.karavel.viz.descriptor.Descriptor;
import dev.karavel.viz.descriptor.DescriptorReader;
import dev.karavel.viz.descriptor.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;

/** Reads the chart types among a plugin's files. */
final class VisualizationReader {
    private static final String DESCRIPTOR = "/visualization.json";

    private final DescriptorReader descriptors = new DescriptorReader(host());

    /** @throws Refused if there are none */
    List<FoundVisualization> read(String symbolicName, Version version, String release, TreeMap<String, byte[]> files)
            throws Refused {
        List<FoundVisualization> found = new ArrayList<>();
        for (String path : files.keySet()) {
            if (path.endsWith(DESCRIPTOR)) {
                found.add(one(symbolicName, version, release, path, files));
            }
        }
        if (found.isEmpty()) {
            throw new Refused("karavel/<viz_type>" + DESCRIPTOR, "", "the bundle has no such file");
        }
        return found;
    }

    private FoundVisualization one(
            String plugin, Version version, String release, String path, TreeMap<String, byte[]> files) {
        String folder = path.substring(0, path.length() - DESCRIPTOR.length());
        String root = PluginFiles.ROOT;
        try {
            Descriptor descriptor = descriptors.read(
                    root + path,
                    folder,
                    files.get(path),
                    languages(folder + "/messages/", files),
                    languages("texts/", files));
            if (!files.containsKey(folder + "/index.js")) {
                throw new Refused(root + folder + "/index.js", "", "the file is missing");
            }
            String place = "/plugins/" + plugin + "/" + release + "/";
            String base = place + folder;
            boolean pictured = files.containsKey(folder + "/thumbnail.svg");
            Visualization shown = new Visualization(
                    descriptor.id(),
                    descriptor.title(),
                    descriptor.category(),
                    descriptor.tags(),
                    descriptor.description(),
                    plugin,
                    version.toString(),
                    base + "/index.js",
                    StaticImports.of(folder + "/index.js", files).stream()
                            .map(place::concat)
                            .toList(),
                    pictured ? base + "/thumbnail.svg" : "",
                    descriptor.json(),
                    "");
            return new FoundVisualization(shown, version, Optional.of(descriptor));
        } catch (Refused e) {
            Visualization refused = new Visualization(
                    folder, folder, "", List.of(), "", plugin, version.toString(), "", "", "{}", e.getMessage());
            return new FoundVisualization(refused, version, Optional.empty());
        }
    }

    private static String host() {
        Bundle bundle = FrameworkUtil.getBundle(VisualizationReader.class);
        Version version = bundle == null ? Version.emptyVersion : bundle.getVersion();
        return bundle == null ? "" : version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }

    private static List<String> languages(String messages, TreeMap<String, byte[]> files) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(messages) && path.endsWith(".json"))
                .map(path -> path.substring(messages.length(), path.length() - ".json".length()))
                .toList();
    }
}
