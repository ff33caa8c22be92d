package dev.karavel.contract.watch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The author's loop: whatever is saved below the resource folders is in the server a moment later. No build runs; the jar that was
 * built once lends its manifest and classes.
 *
 * <p>Arguments: the built jar, the server's deploy folder, resource folders.
 */
public final class Watch {
    private static final int QUIET_MILLISECONDS = 60;

    private final Repacking repacking;
    private final List<Path> folders;

    private Watch(Path jar, Path deploy, List<Path> folders) {
        this.repacking = new Repacking(jar, deploy.resolve(jar.getFileName().toString()), folders);
        this.folders = folders;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 3 || arguments[1].isBlank() || arguments[1].startsWith("${")) {
            throw new IllegalArgumentException(
                    "Say where the server's deploy folder is: mvn -Pwatch -Dkaravel.deploy=/path/to/deploy");
        }
        Path deploy = Path.of(arguments[1]).toAbsolutePath();
        if (!Files.isDirectory(deploy)) {
            throw new IllegalArgumentException("There is no folder " + deploy + ": start the server once, or name its"
                    + " deploy folder by -Dkaravel.deploy");
        }
        List<Path> folders = Arrays.stream(arguments)
                .skip(2)
                .map(Path::of)
                .filter(Files::isDirectory)
                .toList();
        new Watch(Path.of(arguments[0]), deploy, folders).run();
    }

    private void run() throws IOException, InterruptedException {
        System.out.println("Watching " + folders + "; end it with Ctrl C");
        deploy();
        try (WatchService service = folders.get(0).getFileSystem().newWatchService()) {
            follow(service);
            while (!Thread.currentThread().isInterrupted()) {
                WatchKey key = service.take();
                // Editors write a file in several steps.
                do {
                    key.pollEvents();
                    key.reset();
                    key = service.poll(QUIET_MILLISECONDS, TimeUnit.MILLISECONDS);
                } while (key != null);
                follow(service);
                deploy();
            }
        }
    }

    private void deploy() throws IOException {
        long start = System.nanoTime();
        List<String> problems = new Descriptors(folders).problems();
        String time = LocalTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
        if (problems.isEmpty()) {
            Path where = repacking.run();
            System.out.println(time + "  in " + where + " after " + (System.nanoTime() - start) / 1_000_000 + " ms");
        } else {
            problems.forEach(problem -> System.out.println(time + "  not deployed: " + problem));
        }
    }

    /** Folders made meanwhile are followed too; those that are already stay as they are. */
    private void follow(WatchService service) throws IOException {
        for (Path folder : folders) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                    each.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }
}
