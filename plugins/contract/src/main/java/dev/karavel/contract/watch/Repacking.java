package dev.karavel.contract.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The built jar with the files as they are now. What the build made itself, in folders that are not watched, stays. */
record Repacking(Path jar, Path target, List<Path> folders) {
    private static final String ROOT = "karavel/";

    Path run() throws IOException {
        TreeMap<String, Path> files = files();
        Set<String> watched = files.keySet().stream().map(Repacking::top).collect(Collectors.toSet());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (JarFile built = new JarFile(jar.toFile());
                OutputStream out = Files.newOutputStream(part);
                JarOutputStream fresh = new JarOutputStream(out, built.getManifest())) {
            for (JarEntry entry : Collections.list(built.entries())) {
                boolean replaced = watched.contains(top(entry.getName()))
                        || entry.getName().equals(JarFile.MANIFEST_NAME);
                if (!replaced && !entry.isDirectory()) {
                    try (InputStream in = built.getInputStream(entry)) {
                        add(fresh, entry.getName(), in);
                    }
                }
            }
            for (var file : files.entrySet()) {
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

    /** The folder of a chart type, or of modules, that a file lies in; empty for what is not below the root. */
    private static String top(String name) {
        int end = name.indexOf('/', ROOT.length());
        return name.startsWith(ROOT) ? name.substring(0, end < 0 ? name.length() : end) : "";
    }

    private static void add(JarOutputStream jar, String name, InputStream in) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        in.transferTo(jar);
        jar.closeEntry();
    }
}
