package dev.karavel.web.gate;

import jakarta.servlet.http.HttpServletResponse;

/** What browsers are told about every answer. */
public final class SecurityHeaders {
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void put(HttpServletResponse response, String path, boolean secure, MapSources maps) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Content-Security-Policy", Paths.isApi(path) ? DATA_POLICY : pagePolicy("", maps));
        response.setHeader("Cache-Control", "no-store");
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** For a page without maps. */
    public static void allow(HttpServletResponse response, String nonce) {
        allow(response, nonce, MapSources.none());
    }

    /** For a page whose inline scripts and styles carry the nonce; workers take theirs from the asset they are loaded from. */
    public static void allow(HttpServletResponse response, String nonce, MapSources maps) {
        response.setHeader("Content-Security-Policy", pagePolicy(" 'nonce-" + nonce + "'", maps));
    }

    private static String pagePolicy(String nonce, MapSources maps) {
        return "default-src 'none'; script-src 'self'" + nonce + "; style-src 'self'" + nonce
                + "; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:" + maps.policy()
                + "; font-src 'self' data:; connect-src 'self'" + maps.policy() + ";"
                + " worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none';"
                + " frame-ancestors 'self'";
    }
}
