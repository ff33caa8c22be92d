package dev.karavel.viz.plugin;

import dev.karavel.viz.descriptor.Refused;
import dev.karavel.viz.guard.LoopGuard;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Bundle;

/** The files of a plugin below {@code karavel/}, bounded. */
final class PluginFiles {
    static final String ROOT = "karavel/";
    private static final int MOST_BYTES_PER_FILE = 2 << 20;
    private static final int MOST_BYTES = 10 << 20;

    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private long total;

    /** Reads by entry, not by {@code findEntries}, which would try to resolve the bundle. */
    static TreeMap<String, byte[]> of(Bundle bundle) throws Refused {
        PluginFiles found = new PluginFiles();
        Deque<String> folders = new ArrayDeque<>(List.of(ROOT));
        while (!folders.isEmpty()) {
            Enumeration<String> paths = bundle.getEntryPaths(folders.pop());
            for (String path : paths == null ? List.<String>of() : Collections.list(paths)) {
                if (path.endsWith("/")) {
                    folders.push(path);
                } else {
                    URL entry = bundle.getEntry(path);
                    if (entry != null) {
                        found.read(path, entry);
                    }
                }
            }
        }
        return found.files;
    }

    private void read(String path, URL entry) throws Refused {
        try (InputStream stream = entry.openStream()) {
            add(path, stream);
        } catch (IOException e) {
            throw new Refused(path, "", "cannot be read: " + e.getMessage());
        }
    }

    /** @param path in the jar; what does not lie below {@code karavel/} is left out */
    void add(String path, InputStream stream) throws IOException, Refused {
        if (!path.startsWith(ROOT) || path.endsWith("/")) {
            return;
        }
        byte[] bytes = stream.readNBytes(MOST_BYTES_PER_FILE + 1);
        if (bytes.length > MOST_BYTES_PER_FILE) {
            throw new Refused(path, "", "more than " + (MOST_BYTES_PER_FILE >> 20) + " MB");
        }
        total += bytes.length;
        if (total > MOST_BYTES) {
            throw new Refused(ROOT, "", "all files together have more than " + (MOST_BYTES >> 20) + " MB");
        }
        files.put(path.substring(ROOT.length()), bytes);
    }

    TreeMap<String, byte[]> files() {
        return files;
    }

    static Optional<byte[]> now(Bundle bundle, String path) {
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

    static String hash(TreeMap<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(LoopGuard.EDITION.getBytes(StandardCharsets.UTF_8));
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
