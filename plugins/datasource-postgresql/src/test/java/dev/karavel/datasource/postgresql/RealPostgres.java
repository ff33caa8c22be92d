package dev.karavel.datasource.postgresql;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.postgresql.Driver;

/**
 * A PostgreSQL server of its own for tests. It refuses to be root, so as root it runs as "nobody"; that is why it lives in the
 * temporary folder, which everybody may enter. Its user is "postgres" with the password "secret".
 */
public final class RealPostgres implements AutoCloseable {
    private static final String BINARIES = "postgres-linux-x86_64.txz";
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final int SECONDS = 30;

    private final Path folder;
    private final Process server;
    private final int port;

    public RealPostgres() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("karavel-postgres");
        unpack();
        Files.writeString(folder.resolve("password"), "secret");
        if (ROOT) {
            await(List.of("chown", "-R", "nobody", folder.toString()));
        }
        await(unprivileged(
                "bin/initdb",
                "-D",
                "data",
                "-U",
                "postgres",
                "-A",
                "scram-sha-256",
                "--pwfile=password",
                "-E",
                "UTF8",
                "--locale=C",
                "-N"));
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        server = process(unprivileged(
                        "bin/postgres",
                        "-D",
                        "data",
                        "-p",
                        "" + port,
                        "-h",
                        "127.0.0.1",
                        "-k",
                        folder.toString(),
                        "-c",
                        "fsync=off"))
                .start();
        awaitReady();
    }

    public int port() {
        return port;
    }

    /** Runs statements in the database "postgres", or another one. */
    public void execute(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", "secret");
        return new Driver().connect("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    @Override
    public void close() throws IOException {
        // the server itself, not what changed the user for it
        Stream.concat(server.descendants(), Stream.of(server.toHandle())).forEach(ProcessHandle::destroy);
        server.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<String> unprivileged(String... command) {
        List<String> full = new ArrayList<>();
        if (ROOT) {
            full.addAll(List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups", "--"));
        }
        full.addAll(List.of(command));
        return full;
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

    private Path log() {
        return folder.resolve("postgres.log");
    }

    private void await(List<String> command) throws IOException, InterruptedException {
        int status = process(command).start().waitFor();
        if (status != 0) {
            throw new IOException(command + " ended with " + status + ": " + Files.readString(log()));
        }
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (true) {
            try (Connection connection = connect("postgres")) {
                connection.isValid(SECONDS);
                return;
            } catch (SQLException e) {
                if (!server.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException("PostgreSQL did not start: " + Files.readString(log()), e);
                }
                Thread.onSpinWait();
            }
        }
    }

    private void unpack() throws IOException {
        try (InputStream packed = RealPostgres.class.getClassLoader().getResourceAsStream(BINARIES);
                TarArchiveInputStream archive =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory() || Files.exists(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(archive, file);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }
}
