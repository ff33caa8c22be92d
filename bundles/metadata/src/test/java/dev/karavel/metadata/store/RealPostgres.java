package dev.karavel.metadata.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * A PostgreSQL server of its own for tests, from the binaries of io.zonky.test.postgres. It refuses to be root, so as root it
 * runs as "nobody"; that is why it lives in the temporary folder, which everybody may enter.
 */
public final class RealPostgres implements AutoCloseable {
    private static final String BINARIES = "postgres-linux-x86_64.txz";
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Path folder;
    private final Process server;
    private final int port;

    private RealPostgres(Path folder, Process server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    public static RealPostgres start() {
        try {
            return start(freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RealPostgres start(int port) {
        try {
            Path folder = Files.createTempDirectory("karavel-postgres");
            unpack(folder);
            if (ROOT) {
                run(folder, List.of("chown", "-R", "nobody", folder.toString()));
            }
            String data = folder.resolve("data").toString();
            String bin = folder.resolve("bin") + "/";
            run(
                    folder,
                    unprivileged(
                            bin + "initdb",
                            "-D",
                            data,
                            "-U",
                            "postgres",
                            "-A",
                            "trust",
                            "-E",
                            "UTF8",
                            "--locale=C",
                            "-N"));
            Process server = process(
                            folder,
                            unprivileged(
                                    bin + "postgres",
                                    "-D",
                                    data,
                                    "-p",
                                    "" + port,
                                    "-h",
                                    "127.0.0.1",
                                    "-k",
                                    folder.toString(),
                                    "-c",
                                    "fsync=off"))
                    .start();
            RealPostgres started = new RealPostgres(folder, server, port);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> started.signal(ProcessHandle::destroyForcibly)));
            started.awaitReady();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The URL of a new, empty database; its user is "postgres", without a password. */
    public String newDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "")) {
            connection.createStatement().execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url(name);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        signal(ProcessHandle::destroy);
        try {
            if (!server.waitFor(20, TimeUnit.SECONDS)) {
                signal(ProcessHandle::destroyForcibly);
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

    /** The server and its helpers. */
    private void signal(Consumer<ProcessHandle> signal) {
        Stream.concat(server.descendants(), Stream.of(server.toHandle())).forEach(signal);
    }

    private static List<String> unprivileged(String... command) {
        List<String> full = new ArrayList<>();
        if (ROOT) {
            full.addAll(List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups", "--"));
        }
        full.addAll(List.of(command));
        return full;
    }

    private static ProcessBuilder process(Path folder, List<String> command) {
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("postgres.log").toFile()));
        process.environment().put("LD_LIBRARY_PATH", folder.resolve("lib").toString());
        process.environment().put("LC_ALL", "C");
        return process;
    }

    private static void run(Path folder, List<String> command) throws IOException {
        try {
            int status = process(folder, command).start().waitFor();
            if (status != 0) {
                throw new IOException(
                        command + " ended with " + status + ": " + Files.readString(folder.resolve("postgres.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "")) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                if (!server.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException(
                            "PostgreSQL did not start: " + Files.readString(folder.resolve("postgres.log")), e);
                }
                Thread.onSpinWait();
            }
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream packed = RealPostgres.class.getClassLoader().getResourceAsStream(BINARIES);
                TarArchiveInputStream archive =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    link(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(archive, file, StandardCopyOption.REPLACE_EXISTING);
                    if ((entry.getMode() & 0100) != 0) {
                        Set<PosixFilePermission> executable = PosixFilePermissions.fromString("rwxr-xr-x");
                        Files.setPosixFilePermissions(file, executable);
                    }
                }
            }
        }
    }

    private static void link(Path file, Path target) throws IOException {
        try {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, target);
        } catch (FileAlreadyExistsException e) {
            // listed twice
        }
    }
}
