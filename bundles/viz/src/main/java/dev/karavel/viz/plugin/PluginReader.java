package dev.karavel.viz.plugin;

import dev.karavel.api.viz.Plugin.Origin;
import dev.karavel.viz.descriptor.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** Reads what a bundle has below {@code karavel/}. */
final class PluginReader {
    /** Where bundles come from that were uploaded: name, version and digest follow. */
    static final String UPLOADED = "karavel-upload:";

    private final VisualizationReader visualizations = new VisualizationReader();

    InstalledPlugin read(Bundle bundle, PluginKind kind, String distrust) {
        if (!distrust.isEmpty() || kind != PluginKind.VISUALIZATION) {
            return plugin(bundle, kind, "", new TreeMap<>(), List.of(), distrust);
        }
        try {
            TreeMap<String, byte[]> files = PluginFiles.of(bundle);
            String release = bundle.getVersion() + "-" + PluginFiles.hash(files);
            List<FoundVisualization> found =
                    visualizations.read(bundle.getSymbolicName(), bundle.getVersion(), release, files);
            return plugin(bundle, kind, release, files, found, "");
        } catch (Refused e) {
            return plugin(bundle, kind, "", new TreeMap<>(), List.of(), e.getMessage());
        }
    }

    private static InstalledPlugin plugin(
            Bundle bundle,
            PluginKind kind,
            String release,
            TreeMap<String, byte[]> files,
            List<FoundVisualization> found,
            String problem) {
        String title = bundle.getHeaders("").get("Bundle-Name");
        Map<String, Long> sizes = new LinkedHashMap<>();
        files.forEach((path, bytes) -> sizes.put(path, (long) bytes.length));
        return new InstalledPlugin(
                bundle.getBundleId(),
                bundle.getSymbolicName(),
                title == null ? bundle.getSymbolicName() : title,
                bundle.getVersion(),
                kind.word(),
                origin(bundle),
                bundle.getLastModified(),
                running(bundle),
                release,
                sizes,
                path -> PluginFiles.now(bundle, path),
                found,
                problem);
    }

    /** A bundle that starts when its first class is needed is ready before that. */
    static boolean running(Bundle bundle) {
        String policy = bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY);
        boolean lazy = policy != null && policy.startsWith(Constants.ACTIVATION_LAZY);
        return bundle.getState() == Bundle.ACTIVE || lazy && bundle.getState() == Bundle.STARTING;
    }

    private static Origin origin(Bundle bundle) {
        String location = bundle.getLocation();
        if (location.startsWith(UPLOADED)) {
            return Origin.UPLOAD;
        }
        return location.startsWith("file:") ? Origin.DEPLOY : Origin.FEATURE;
    }
}
