package dev.karavel.exchange.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/** A bundle's entries copied into a folder of the disk, as warehouses read files only; gone when closed. */
public final class BundleFolder implements AutoCloseable {
    private final Path folder;

    /** @param parent made if it is missing */
    public BundleFolder(Bundle bundle, String root, Path parent) throws IOException {
        Files.createDirectories(parent);
        folder = Files.createTempDirectory(parent, "import").toAbsolutePath();
        Enumeration<URL> entries = bundle.findEntries(root, "*", true);
        for (URL entry : entries == null ? List.<URL>of() : Collections.list(entries)) {
            String name = entry.getPath();
            if (!name.endsWith("/")) {
                copy(
                        entry,
                        folder.resolve(name.substring(name.indexOf(root) + root.length() + 1))
                                .normalize());
            }
        }
    }

    public Path path() {
        return folder;
    }

    private void copy(URL entry, Path target) throws IOException {
        if (!target.startsWith(folder)) {
            throw new IOException("An entry leads out of its folder: " + entry.getPath());
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = entry.openStream()) {
            Files.copy(in, target);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Files are left in " + folder, e);
        }
    }
}
