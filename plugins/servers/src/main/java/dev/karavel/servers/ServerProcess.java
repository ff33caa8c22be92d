package dev.karavel.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder of its own, and the one server that lives there; goes with {@link #close} or with the JVM. Servers that refuse to be
 * root run as "nobody", which is why the folder is in the temporary one, that everybody may enter.
 */
public final class ServerProcess implements AutoCloseable {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final String name;
    private final Path folder;
    private Process server;

    /** @param name of the server, for its folder and log */
    public ServerProcess(String name) throws IOException {
        this.name = name;
        folder = Files.createTempDirectory("karavel-" + name);
    }

    public Path folder() {
        return folder;
    }

    public Path log() {
        return folder.resolve(name + ".log");
    }

    /** Whoever the server will be may write into its folder. */
    public void handOver() throws IOException {
        if (ROOT) {
            run(List.of("chown", "-R", "nobody", folder.toString()));
        }
    }

    /** The command, said by words, as a user without rights. */
    public static List<String> unprivileged(String command) {
        List<String> full = new ArrayList<>();
        if (ROOT) {
            full.addAll(List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups", "--"));
        }
        full.addAll(List.of(command.split(" ")));
        return full;
    }

    /** Runs a command in the folder to its end. */
    public void run(List<String> command) throws IOException {
        run(process(command));
    }

    /** Runs a command in the folder to its end; it reads the file. */
    public void run(List<String> command, Path input) throws IOException {
        run(process(command).redirectInput(input.toFile()));
    }

    private void run(ProcessBuilder process) throws IOException {
        try {
            int status = process.start().waitFor();
            if (status != 0) {
                throw new IOException(process.command() + " ended with " + status + ": " + Files.readString(log()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public interface Question {
        /** Throws, or is false, as long as the server is not ready. */
        boolean isReady() throws IOException, SQLException;
    }

    /** Starts the server and waits until it answers. */
    public void start(List<String> command, Question question) throws IOException {
        server = process(command).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> signal(ProcessHandle::destroyForcibly)));
        long began = System.nanoTime();
        while (true) {
            Exception last = null;
            try {
                if (question.isReady()) {
                    return;
                }
            } catch (IOException | SQLException e) {
                last = e;
            }
            if (!server.isAlive() || System.nanoTime() - began > PATIENCE) {
                throw new IOException("The server did not start: " + Files.readString(log()), last);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private ProcessBuilder process(List<String> command) {
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        process.environment().put("LD_LIBRARY_PATH", folder.resolve("lib").toString());
        process.environment().put("LC_ALL", "C");
        return process;
    }

    /** To the server and its helpers, not only to what changed the user for it. */
    private void signal(Consumer<ProcessHandle> signal) {
        Stream.concat(server.descendants(), Stream.of(server.toHandle())).forEach(signal);
    }

    @Override
    public void close() {
        signal(ProcessHandle::destroy);
        try {
            if (!server.waitFor(20, TimeUnit.SECONDS)) {
                signal(ProcessHandle::destroyForcibly);
                server.waitFor();
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
