package dev.karavel.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.Driver;

/**
 * A PostgreSQL server of its own for tests, from the binaries of io.zonky.test.postgres. Its user is {@link #USER} with the
 * password {@link #PASSWORD}. Starts in one to three seconds; goes with {@link #close} or with the JVM.
 */
public final class RealPostgres implements AutoCloseable {
    public static final String USER = "postgres";
    public static final String PASSWORD = "secret";

    private final ServerProcess server;
    private final int port;

    private RealPostgres(ServerProcess server, int port) {
        this.server = server;
        this.port = port;
    }

    public static RealPostgres start() {
        return start(freePort());
    }

    /** @param settings lines of postgresql.conf: {@code log_statement=all} */
    public static RealPostgres start(int port, String... settings) {
        try {
            ServerProcess server = new ServerProcess("postgres");
            Path folder = server.folder();
            Unpacking.into(folder, "postgres-linux-x86_64.txz");
            Files.writeString(folder.resolve("password"), PASSWORD);
            server.handOver();
            server.run(ServerProcess.unprivileged(
                    "bin/initdb -D data -U postgres -A scram-sha-256 --pwfile=password -E UTF8 --locale=C -N"));
            List<String> command = ServerProcess.unprivileged(
                    "bin/postgres -D data -h 127.0.0.1 -c fsync=off -p " + port + " -k " + folder);
            for (String setting : settings) {
                command.addAll(List.of("-c", setting));
            }
            RealPostgres started = new RealPostgres(server, port);
            server.start(command, () -> {
                try (Connection connection = started.connect("postgres")) {
                    return connection.isValid(5);
                }
            });
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
        return server.log();
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
        server.close();
    }
}
