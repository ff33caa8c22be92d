package dev.karavel.exchange.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The YAML files of a stranger's ZIP in a folder of their own, without the folder they lay in; gone when closed. */
public final class Unpacked implements AutoCloseable {
    private static final int MOST_FILES = 10_000;
    private static final int LARGEST_FILE = 10 << 20;
    private static final long MOST_BYTES = 200L << 20;
    private static final String FIELD = "formData";
    private static final String NO_ZIP = "This is no ZIP, or a damaged one";

    private final Path folder;
    private long bytes;
    private int files;

    private Unpacked(Path folder) {
        this.folder = folder;
    }

    /** @throws KaravelException INVALID_REQUEST if it is no ZIP; TOO_LARGE */
    public static Unpacked of(Path zip) {
        Unpacked unpacked;
        try {
            unpacked = new Unpacked(Files.createTempDirectory("karavel-import"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean done = false;
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(file, UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                unpacked.take(entry, in);
            }
            if (unpacked.files == 0) {
                throw KaravelException.invalid(FIELD, NO_ZIP);
            }
            done = true;
            return unpacked;
        } catch (IOException | IllegalArgumentException e) {
            throw new KaravelException(ErrorCode.INVALID_REQUEST, FIELD, NO_ZIP, e);
        } finally {
            if (!done) {
                unpacked.close();
            }
        }
    }

    public Path folder() {
        return folder;
    }

    private void take(ZipEntry entry, InputStream in) throws IOException {
        if (++files > MOST_FILES) {
            throw tooLarge("The ZIP holds more than " + MOST_FILES + " files");
        }
        String name = entry.getName().replace('\\', '/');
        int root = name.indexOf('/');
        if (entry.isDirectory() || root < 0 || !name.matches("(?s).*[.]ya?ml")) {
            return;
        }
        Path target = folder.resolve(name.substring(root + 1)).normalize();
        if (!target.startsWith(folder) || name.indexOf('\0') >= 0) {
            throw KaravelException.invalid(FIELD, "The ZIP holds a file that lies outside of it");
        }
        byte[] content = in.readNBytes(LARGEST_FILE + 1);
        bytes += content.length;
        if (content.length > LARGEST_FILE || bytes > MOST_BYTES) {
            throw tooLarge(name + " is larger than an import may be");
        }
        Files.createDirectories(target.getParent());
        Files.write(target, content);
    }

    private static KaravelException tooLarge(String message) {
        return new KaravelException(ErrorCode.TOO_LARGE, FIELD, message, null);
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
