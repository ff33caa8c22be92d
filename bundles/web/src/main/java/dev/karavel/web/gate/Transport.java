package dev.karavel.web.gate;

import jakarta.servlet.http.HttpServletRequest;

/** How a request reached the people's end of the line. */
public final class Transport {
    private Transport() {}

    public static boolean secure(HttpServletRequest request, WebSettings settings) {
        return request.isSecure()
                || settings.behindProxy() && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }
}
