package dev.karavel.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks a server's binaries from the class path, links and modes kept. */
final class Unpacking {
    private Unpacking() {}

    static void into(Path folder, String resource) throws IOException {
        try (InputStream packed = Unpacking.class.getClassLoader().getResourceAsStream(resource)) {
            if (packed == null) {
                throw new IOException("No " + resource + " on the class path");
            }
            try (TarArchiveInputStream archive =
                    new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                    one(folder.resolve(entry.getName()).normalize(), entry, archive);
                }
            }
        }
    }

    private static void one(Path file, TarArchiveEntry entry, InputStream content) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            // some are listed twice
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            }
            return;
        }
        Files.copy(content, file);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
