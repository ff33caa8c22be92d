package dev.karavel.web.gate;

import jakarta.servlet.http.HttpServletRequest;

/** How a request reached the people's end of the line. */
public final class Transport {
    private Transport() {}

    public static boolean secure(HttpServletRequest request, WebSettings settings) {
        return request.isSecure()
                || settings.behindProxy() && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }

    /** The address of the client as far as it can be trusted: behind a proxy the last one that proxy named. */
    public static String client(HttpServletRequest request, WebSettings settings) {
        String forwarded = settings.behindProxy() ? request.getHeader("X-Forwarded-For") : null;
        return forwarded == null
                ? request.getRemoteAddr()
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).trim();
    }
}
