package dev.karavel.sqllab.result;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.TableFormats;
import dev.karavel.api.sqllab.LabResult;
import dev.karavel.spi.data.Table;
import dev.karavel.sqllab.LabSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Results on disk, so that they outlive the page and the server. Safe for several threads, and several servers in one folder. */
@Component(service = ResultFolder.class)
public final class ResultFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ResultFolder.class);
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String ENDING = ".json.gz";
    private static final String HALF = ".part";
    /** What is half written that long ago has no writer any more. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final TableFormats formats;
    private final Path folder;
    private final Duration age;
    private final long mostBytes;
    private final Clock clock;

    private record Entry(Path path, long bytes, FileTime written) {}

    @Activate
    public ResultFolder(@Reference TableFormats formats, @Reference LabSettings settings) {
        this(formats, settings.folder(), settings.resultAge(), settings.resultBytes(), Clock.systemUTC());
    }

    ResultFolder(TableFormats formats, Path folder, Duration age, long mostBytes, Clock clock) {
        this.formats = formats;
        this.folder = folder;
        this.age = age;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /** @return the key under which it is found again */
    public String keep(Table table) {
        String key = UUID.randomUUID().toString();
        Path half = folder.resolve(key + HALF);
        try {
            Files.createDirectories(folder);
            try (OutputStream out = new BoundedFile(half, mostBytes)) {
                ResultFile.write(table, formats, out);
            }
            Files.move(half, file(key), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            remove(half);
            throw new KaravelException(
                    ErrorCode.INTERNAL, "The result could not be kept: the disk of the server is full or broken", e);
        } catch (RuntimeException e) {
            remove(half);
            throw e;
        }
        sweep();
        return key;
    }

    /** Empty for one that is kept no more, and for what is no key. */
    public Optional<LabResult> find(String key) {
        if (!KEY.matcher(key).matches()) {
            return Optional.empty();
        }
        try {
            Path file = file(key);
            if (expired(Files.getLastModifiedTime(file))) {
                return Optional.empty();
            }
            return Optional.of(ResultFile.open(file, formats));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("Result {} cannot be read and counts as gone", key, e);
            return Optional.empty();
        }
    }

    /** Makes room: what is too old goes, then the oldest until the rest fits. */
    public void sweep() {
        List<Entry> kept = new ArrayList<>();
        for (Entry entry : entries()) {
            boolean half = entry.path.toString().endsWith(HALF);
            boolean old = half
                    ? entry.written.toInstant().isBefore(clock.instant().minus(ABANDONED))
                    : expired(entry.written);
            if (old) {
                remove(entry.path);
            } else if (!half) {
                kept.add(entry);
            }
        }
        kept.sort(Comparator.comparing(Entry::written));
        long bytes = kept.stream().mapToLong(Entry::bytes).sum();
        for (Entry entry : kept) {
            if (bytes <= mostBytes) {
                return;
            }
            remove(entry.path);
            bytes -= entry.bytes;
        }
    }

    private boolean expired(FileTime written) {
        return written.toInstant().isBefore(clock.instant().minus(age));
    }

    private Path file(String key) {
        return folder.resolve(key + ENDING);
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return entries;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : (Iterable<Path>) files::iterator) {
                if (path.toString().endsWith(ENDING) || path.toString().endsWith(HALF)) {
                    entry(path).ifPresent(entries::add);
                }
            }
        } catch (IOException e) {
            LOG.warn("The folder of SQL Lab's results cannot be listed: {}", folder, e);
        }
        return entries;
    }

    private static Optional<Entry> entry(Path path) throws IOException {
        try {
            return Optional.of(new Entry(path, Files.size(path), Files.getLastModifiedTime(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed", path, e);
        }
    }
}
