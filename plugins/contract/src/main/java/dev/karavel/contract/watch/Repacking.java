package dev.karavel.contract.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The built jar with the files as they are now. */
record Repacking(Path jar, Path target, List<Path> folders) {
    private static final String ROOT = "karavel/";

    Path run() throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (JarFile built = new JarFile(jar.toFile());
                OutputStream out = Files.newOutputStream(part);
                JarOutputStream fresh = new JarOutputStream(out, built.getManifest())) {
            for (JarEntry entry : Collections.list(built.entries())) {
                boolean replaced =
                        entry.getName().startsWith(ROOT) || entry.getName().equals(JarFile.MANIFEST_NAME);
                if (!replaced && !entry.isDirectory()) {
                    try (InputStream in = built.getInputStream(entry)) {
                        add(fresh, entry.getName(), in);
                    }
                }
            }
            for (var file : files().entrySet()) {
                try (InputStream in = Files.newInputStream(file.getValue())) {
                    add(fresh, file.getKey(), in);
                }
            }
        }
        // Whole or not at all: the server looks into the folder at any moment.
        return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** By name in the jar; of two of the same name the later folder's. */
    private TreeMap<String, Path> files() throws IOException {
        TreeMap<String, Path> files = new TreeMap<>();
        for (Path folder : folders) {
            try (Stream<Path> below = Files.walk(folder)) {
                below.filter(Files::isRegularFile).forEach(file -> {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    if (name.startsWith(ROOT)) {
                        files.put(name, file);
                    }
                });
            }
        }
        return files;
    }

    private static void add(JarOutputStream jar, String name, InputStream in) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        in.transferTo(jar);
        jar.closeEntry();
    }
}
