package dev.karavel.servers;

import java.io.IOException;

/**
 * A PostgreSQL for tests that are not written in Java: prints one line of JSON with its port and log, and stays until its input
 * ends. Arguments are settings of the server; the databases "metadata" and "shop" are there.
 */
public final class PostgresForOthers {
    private PostgresForOthers() {}

    public static void main(String[] settings) throws IOException {
        try (RealPostgres server = RealPostgres.start(RealPostgres.freePort(), settings)) {
            server.execute("postgres", "CREATE DATABASE metadata", "CREATE DATABASE shop");
            System.out.println("{\"port\":" + server.port() + ",\"log\":\"" + server.log() + "\"}");
            while (System.in.read() >= 0) {
                // whoever started it says nothing until it goes
            }
        }
    }
}
