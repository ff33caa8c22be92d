package dev.karavel.sqllab.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder a server lives in: who holds its lock knows that whoever lived there before is dead. Where several servers share a
 * folder one of them has the lock, and the others learn of deaths by leases alone.
 */
final class Residence {
    private static final Logger LOG = LoggerFactory.getLogger(Residence.class);

    private final Optional<FileChannel> door;
    private final Optional<String> before;

    private Residence(Optional<FileChannel> door, Optional<String> before) {
        this.door = door;
        this.before = before;
    }

    static Residence in(Path folder, String node) {
        try {
            Files.createDirectories(folder);
            FileChannel door =
                    FileChannel.open(folder.resolve("node.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = locked(door);
            if (lock == null) {
                door.close();
                return new Residence(Optional.empty(), Optional.empty());
            }
            Path name = folder.resolve("node");
            Optional<String> before = Files.exists(name)
                    ? Optional.of(Files.readString(name, UTF_8).trim())
                    : Optional.empty();
            Files.writeString(name, node, UTF_8);
            return new Residence(Optional.of(door), before.filter(text -> !text.isEmpty()));
        } catch (IOException e) {
            LOG.warn("The folder of SQL Lab's results cannot be locked: {}", folder, e);
            return new Residence(Optional.empty(), Optional.empty());
        }
    }

    private static FileLock locked(FileChannel door) throws IOException {
        try {
            return door.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The server that lived here and does no more. */
    Optional<String> before() {
        return before;
    }

    void leave() {
        door.ifPresent(channel -> {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.warn("The folder of SQL Lab's results cannot be unlocked", e);
            }
        });
    }
}
