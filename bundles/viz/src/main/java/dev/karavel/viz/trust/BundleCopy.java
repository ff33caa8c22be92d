package dev.karavel.viz.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.Bundle;

/** What the framework holds of a bundle, as a jar again: the file it came from may be another one by now. */
final class BundleCopy implements AutoCloseable {
    private final Path file;

    private BundleCopy(Path file) {
        this.file = file;
    }

    static BundleCopy of(Bundle bundle) throws IOException {
        BundleCopy copy = new BundleCopy(Files.createTempFile("karavel-plugin", ".jar"));
        try (OutputStream out = Files.newOutputStream(copy.file);
                ZipOutputStream jar = new ZipOutputStream(out)) {
            // The manifest and the signature come first, or nobody looks at them.
            List<String> paths = paths(bundle);
            paths.sort(java.util.Comparator.comparing((String path) -> !path.equals("META-INF/MANIFEST.MF"))
                    .thenComparing(path -> !SignedJar.signature(path)));
            for (String path : paths) {
                URL entry = bundle.getEntry(path);
                if (entry == null) {
                    throw new IOException(path + " is gone");
                }
                jar.putNextEntry(new ZipEntry(path));
                try (InputStream in = entry.openStream()) {
                    in.transferTo(jar);
                }
                jar.closeEntry();
            }
        } catch (IOException e) {
            copy.close();
            throw e;
        }
        return copy;
    }

    Path file() {
        return file;
    }

    private static List<String> paths(Bundle bundle) {
        List<String> files = new ArrayList<>();
        Deque<String> folders = new ArrayDeque<>(List.of("/"));
        while (!folders.isEmpty()) {
            Enumeration<String> paths = bundle.getEntryPaths(folders.pop());
            for (String path : paths == null ? List.<String>of() : Collections.list(paths)) {
                if (path.endsWith("/")) {
                    folders.push(path);
                } else {
                    files.add(path);
                }
            }
        }
        return files;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
