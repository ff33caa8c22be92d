package dev.karavel.viz.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Compares two jars by what is in them. */
final class SameEntries {
    private SameEntries() {}

    static boolean hold(Path one, Path other) throws IOException {
        try (ZipFile first = new ZipFile(one.toFile());
                ZipFile second = new ZipFile(other.toFile())) {
            Set<String> names = names(first);
            if (!names.equals(names(second))) {
                return false;
            }
            for (String name : names) {
                if (!Arrays.equals(bytes(first, name), bytes(second, name))) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Set<String> names(ZipFile jar) {
        return Collections.list(jar.entries()).stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .collect(Collectors.toSet());
    }

    private static byte[] bytes(ZipFile jar, String name) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return in.readAllBytes();
        }
    }
}
