package dev.karavel.web.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The body of a request that was answered before anybody read it. */
final class Leftovers {
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");
    private static final int BLOCK = 8 * 1024;
    private static final int BLOCKS = 8;

    private Leftovers() {}

    /**
     * Reads it, if it is small. Else the server gives the connection up, and a client that keeps it writes its next request
     * into the void.
     */
    static void read(HttpServletRequest request) {
        if (WITHOUT_BODY.contains(request.getMethod()) || request.isAsyncStarted()) {
            return;
        }
        try {
            InputStream body = request.getInputStream();
            byte[] block = new byte[BLOCK];
            for (int i = 0; i < BLOCKS && body.read(block) >= 0; i++) {
                // what it says no longer matters
            }
        } catch (IOException | IllegalStateException e) {
            // The client is gone, or somebody has read it in another way: nothing is left to read.
        }
    }
}
