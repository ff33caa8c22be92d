package dev.karavel.web.gate;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** The session cookie. */
public final class Cookies {
    static final String SESSION = "karavel_session";

    private Cookies() {}

    static String session(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(SESSION)) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }

    public static void put(HttpServletResponse response, String token, Duration lifetime, boolean secure) {
        response.addHeader("Set-Cookie", cookie(token, lifetime.toSeconds(), secure));
    }

    public static void clear(HttpServletResponse response, boolean secure) {
        response.addHeader("Set-Cookie", cookie("", 0, secure));
    }

    static String cookie(String value, long seconds, boolean secure) {
        return SESSION + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }
}
