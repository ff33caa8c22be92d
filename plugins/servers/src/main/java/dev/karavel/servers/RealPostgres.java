package dev.karavel.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.postgresql.Driver;

/**
 * A PostgreSQL server of its own for tests, from the binaries of io.zonky.test.postgres. It refuses to be root, so as root it
 * runs as "nobody"; that is why it lives in the temporary folder, which everybody may enter. Its user is {@link #USER} with the
 * password {@link #PASSWORD}. Starts in one to three seconds; goes with {@link #close} or with the JVM.
 */
public final class RealPostgres implements AutoCloseable {
    public static final String USER = "postgres";
    public static final String PASSWORD = "secret";

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Path folder;
    private final Process server;
    private final int port;

    private RealPostgres(Path folder, Process server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    public static RealPostgres start() {
        return start(freePort());
    }

    /** @param settings lines of postgresql.conf: {@code log_statement=all} */
    public static RealPostgres start(int port, String... settings) {
        try {
            Path folder = Files.createTempDirectory("karavel-postgres");
            Unpacking.into(folder, "postgres-linux-x86_64.txz");
            Files.writeString(folder.resolve("password"), PASSWORD);
            if (ROOT) {
                run(folder, List.of("chown", "-R", "nobody", folder.toString()));
            }
            run(
                    folder,
                    unprivileged(
                            "bin/initdb -D data -U postgres -A scram-sha-256 --pwfile=password -E UTF8 --locale=C -N"));
            List<String> command =
                    unprivileged("bin/postgres -D data -h 127.0.0.1 -c fsync=off -p " + port + " -k " + folder);
            for (String setting : settings) {
                command.addAll(List.of("-c", setting));
            }
            RealPostgres started =
                    new RealPostgres(folder, process(folder, command).start(), port);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> started.signal(ProcessHandle::destroyForcibly)));
            started.awaitReady();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** What the server wrote: its start, and statements where {@code log_statement} asks for them. */
    public Path log() {
        return folder.resolve("postgres.log");
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The URL of a new, empty database. */
    public String newDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        execute("postgres", "CREATE DATABASE " + name);
        return url(name);
    }

    /** Runs statements in a database, as {@link #USER}. */
    public void execute(String database, String... statements) {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection as {@link #USER}. */
    public Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", PASSWORD);
        return new Driver().connect(url(database), properties);
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

    /** To the server and its helpers, not only to what changed the user for it. */
    private void signal(Consumer<ProcessHandle> signal) {
        Stream.concat(server.descendants(), Stream.of(server.toHandle())).forEach(signal);
    }

    private void awaitReady() throws IOException {
        long began = System.nanoTime();
        while (true) {
            try (Connection connection = connect("postgres")) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                if (!server.isAlive() || System.nanoTime() - began > PATIENCE) {
                    throw new IOException("PostgreSQL did not start: " + Files.readString(log()), e);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    private static List<String> unprivileged(String command) {
        List<String> full = new ArrayList<>();
        if (ROOT) {
            full.addAll(List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups", "--"));
        }
        full.addAll(List.of(command.split(" ")));
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
}
