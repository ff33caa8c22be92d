package dev.karavel.web.gate;

import dev.karavel.web.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Short answers of servlets. */
public final class Replies {
    private Replies() {}

    public static void json(HttpServletResponse response, int status, Object body) throws IOException {
        bytes(response, status, "application/json", Json.bytes(body));
    }

    public static void fail(HttpServletResponse response, Throwable thrown) throws IOException {
        if (!response.isCommitted()) {
            Failure failure = Failure.of(thrown);
            response.setHeader("Cache-Control", "no-store");
            failure.retryAfterSeconds().ifPresent(seconds -> response.setHeader("Retry-After", seconds));
            json(response, failure.status(), failure.body());
        }
    }

    /** The address is made here or checked: {@code sendRedirect} would put the Host header into it. */
    public static void redirect(HttpServletResponse response, int status, String localPath) {
        response.setStatus(status);
        response.setHeader("Location", localPath);
        response.setContentLength(0);
    }

    public static void bytes(HttpServletResponse response, int status, String type, byte[] bytes) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
