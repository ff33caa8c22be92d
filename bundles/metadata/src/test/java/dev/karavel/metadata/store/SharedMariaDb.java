package dev.karavel.metadata.store;

import dev.karavel.servers.RealMariaDb;
import java.util.UUID;

/** One server, and one that thinks otherwise about most things, for all tests of a JVM, since it needs seconds to start; it goes with the JVM. */
final class SharedMariaDb {
    private static final RealMariaDb SERVER = start();

    private SharedMariaDb() {}

    /** The URL of a new, empty database. */
    static String newDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        // a server's own letters and rules are not ours
        execute("create database " + name + " character set latin1");
        return url(name);
    }

    static String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + SERVER.port() + "/" + database;
    }

    static void execute(String... statements) {
        SERVER.execute("mysql", statements);
    }

    private static RealMariaDb start() {
        RealMariaDb server =
                RealMariaDb.start("--default-time-zone=+05:30", "--sql-mode=ANSI", "--innodb-flush-method=nosync");
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }
}
