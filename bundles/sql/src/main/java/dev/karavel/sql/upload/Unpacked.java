package dev.karavel.sql.upload;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Looks how large a packed file is when it is unpacked, before anybody unpacks it in earnest; sizes written in it are not believed. */
final class Unpacked {
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 2_000_000_000L;
    /** Kept in memory while the sheets are read. */
    private static final long MOST_TEXTS = 200_000_000L;

    private static final long MOST_TIMES = 200;
    private static final long HARMLESS = 10_000_000L;

    private Unpacked() {}

    static void refuseBomb(Path file) {
        long bytes = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw bomb();
            }
            long limit = Math.min(MOST_BYTES, Math.max(HARMLESS, Files.size(file) * MOST_TIMES));
            byte[] buffer = new byte[1 << 16];
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                long own = 0;
                long most = entry.getName().endsWith("sharedStrings.xml") ? MOST_TEXTS : MOST_BYTES;
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        own += read;
                        bytes += read;
                        if (bytes > limit || own > most) {
                            throw bomb();
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new KaravelException(
                    ErrorCode.INVALID_REQUEST, "file", "This is no .xlsx workbook, or it is damaged", e);
        }
    }

    private static KaravelException bomb() {
        return new KaravelException(
                ErrorCode.TOO_LARGE, "file", "This workbook unpacks to far more than a workbook should", null);
    }
}
