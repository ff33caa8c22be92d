package dev.karavel.viz.plugin;

import dev.karavel.api.viz.Visualization;
import dev.karavel.viz.descriptor.Descriptor;
import dev.karavel.viz.descriptor.DescriptorReader;
import dev.karavel.viz.descriptor.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Bundle;

/** Reads what a bundle has below {@code karavel/}. */
public final class PluginReader {
    private static final String ROOT = "karavel/";
    private static final String DESCRIPTOR = "/visualization.json";
    private static final int MOST_BYTES_PER_FILE = 2 << 20;
    private static final int MOST_BYTES = 10 << 20;

    private final DescriptorReader descriptors = new DescriptorReader();

    public InstalledPlugin read(Bundle bundle) {
        TreeMap<String, byte[]> files;
        String release;
        try {
            files = files(bundle);
            release = bundle.getVersion() + "-" + hash(files);
            if (files.keySet().stream().noneMatch(path -> path.endsWith(DESCRIPTOR))) {
                throw new Refused("karavel/<viz_type>" + DESCRIPTOR, "", "the bundle has no such file");
            }
        } catch (Refused e) {
            return plugin(bundle, "", new TreeMap<>(), List.of(), e.getMessage());
        }
        List<FoundVisualization> found = new ArrayList<>();
        for (String path : files.keySet()) {
            if (path.endsWith(DESCRIPTOR)) {
                found.add(visualization(bundle, release, path, files));
            }
        }
        return plugin(bundle, release, files, found, "");
    }

    private static InstalledPlugin plugin(
            Bundle bundle,
            String release,
            TreeMap<String, byte[]> files,
            List<FoundVisualization> found,
            String problem) {
        String title = bundle.getHeaders("").get("Bundle-Name");
        return new InstalledPlugin(
                bundle.getSymbolicName(),
                title == null ? bundle.getSymbolicName() : title,
                bundle.getVersion(),
                release,
                files.keySet(),
                path -> fileNow(bundle, path),
                found,
                problem);
    }

    private FoundVisualization visualization(
            Bundle bundle, String release, String path, TreeMap<String, byte[]> files) {
        String folder = path.substring(0, path.length() - DESCRIPTOR.length());
        try {
            Descriptor descriptor = descriptors.read(ROOT + path, folder, files.get(path), languages(folder, files));
            if (!files.containsKey(folder + "/index.js")) {
                throw new Refused(ROOT + folder + "/index.js", "", "the file is missing");
            }
            String base = "/plugins/" + bundle.getSymbolicName() + "/" + release + "/" + folder;
            boolean pictured = files.containsKey(folder + "/thumbnail.svg");
            Visualization shown = new Visualization(
                    descriptor.id(),
                    descriptor.title(),
                    descriptor.category(),
                    descriptor.tags(),
                    descriptor.description(),
                    bundle.getSymbolicName(),
                    bundle.getVersion().toString(),
                    base + "/index.js",
                    pictured ? base + "/thumbnail.svg" : "",
                    descriptor.json(),
                    "");
            return new FoundVisualization(shown, bundle.getVersion(), Optional.of(descriptor));
        } catch (Refused e) {
            Visualization refused = new Visualization(
                    folder,
                    folder,
                    "",
                    List.of(),
                    "",
                    bundle.getSymbolicName(),
                    bundle.getVersion().toString(),
                    "",
                    "",
                    "{}",
                    e.getMessage());
            return new FoundVisualization(refused, bundle.getVersion(), Optional.empty());
        }
    }

    private static List<String> languages(String folder, TreeMap<String, byte[]> files) {
        String messages = folder + "/messages/";
        return files.keySet().stream()
                .filter(path -> path.startsWith(messages) && path.endsWith(".json"))
                .map(path -> path.substring(messages.length(), path.length() - ".json".length()))
                .toList();
    }

    private static TreeMap<String, byte[]> files(Bundle bundle) throws Refused {
        Enumeration<URL> entries = bundle.findEntries(ROOT, "*", true);
        TreeMap<String, byte[]> files = new TreeMap<>();
        long total = 0;
        for (URL entry : entries == null ? List.<URL>of() : Collections.list(entries)) {
            String path = entry.getPath().substring(entry.getPath().indexOf(ROOT) + ROOT.length());
            if (!path.isEmpty() && !path.endsWith("/")) {
                byte[] bytes = bounded(entry, path);
                total += bytes.length;
                files.put(path, bytes);
            }
            if (total > MOST_BYTES) {
                throw new Refused(ROOT, "", "all files together have more than " + (MOST_BYTES >> 20) + " MB");
            }
        }
        return files;
    }

    private static byte[] bounded(URL entry, String path) throws Refused {
        try (InputStream stream = entry.openStream()) {
            byte[] bytes = stream.readNBytes(MOST_BYTES_PER_FILE + 1);
            if (bytes.length > MOST_BYTES_PER_FILE) {
                throw new Refused(ROOT + path, "", "more than " + (MOST_BYTES_PER_FILE >> 20) + " MB");
            }
            return bytes;
        } catch (IOException e) {
            throw new Refused(ROOT + path, "", "cannot be read: " + e.getMessage());
        }
    }

    private static Optional<byte[]> fileNow(Bundle bundle, String path) {
        if (bundle.getState() == Bundle.UNINSTALLED) {
            return Optional.empty();
        }
        URL entry = bundle.getEntry(ROOT + path);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream stream = entry.openStream()) {
            return Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            // The bundle went away between two lines.
            return Optional.empty();
        }
    }

    private static String hash(TreeMap<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, bytes) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
