package dev.karavel.itests;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The running server as a caller from outside meets it. */
final class Server {
    static final String ADDRESS = "karavel.itests.address";

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(100);

    private Server() {}

    /** Asks for {@code /health} until it says OK. */
    static void awaitReady() throws IOException {
        Instant end = Instant.now().plus(LONGEST);
        while (status("/health") != HttpURLConnection.HTTP_OK) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("/health is not well after " + LONGEST);
            }
            LockSupport.parkNanos(BETWEEN_CALLS.toNanos());
        }
    }

    static int status(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(System.getProperty(ADDRESS) + path).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
