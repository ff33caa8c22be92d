package dev.karavel.servers;

import java.io.IOException;

/**
 * A MariaDB for tests that are not written in Java: prints one line of JSON with its port and account, and stays until its input
 * ends. Arguments are options of the server; the database "metadata" is there.
 */
public final class MariaDbForOthers {
    private MariaDbForOthers() {}

    public static void main(String[] options) throws IOException {
        try (RealMariaDb server = RealMariaDb.start(options)) {
            server.execute("mysql", "CREATE DATABASE metadata");
            System.out.println("{\"port\":" + server.port() + ",\"user\":\"" + RealMariaDb.USER + "\",\"password\":\""
                    + RealMariaDb.PASSWORD + "\"}");
            while (System.in.read() >= 0) {
                // whoever started it says nothing until it goes
            }
        }
    }
}
