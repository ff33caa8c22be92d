package dev.karavel.web.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** Which addresses are what. Always judged by the decoded path the container resolved, never by what was typed. */
public final class Paths {
    private static final Set<String> HEALTH = Set.of("/health", "/healthcheck", "/ping");

    private static final Pattern UPLOAD = Pattern.compile(
            "/api/v1/(database/(\\d{1,18}/upload|upload_metadata)|plugin(/check)?|(dashboard|chart|dataset|database|assets|saved_query)/import)/?");

    private Paths() {}

    public static String of(HttpServletRequest request) {
        String info = request.getPathInfo() == null ? "" : request.getPathInfo();
        String path = request.getContextPath() + request.getServletPath() + info;
        return path.isEmpty() ? "/" : path;
    }

    static boolean isApi(String path) {
        return path.startsWith("/api/");
    }

    /** Answered from the first moment on. */
    public static boolean isHealth(String path) {
        return HEALTH.contains(path);
    }

    /** Routes whose body is a file. */
    static boolean takesFiles(String path) {
        return UPLOAD.matcher(path).matches();
    }

    /** Questions are sent like writes, for their length. */
    static boolean asksForData(String path) {
        return path.equals("/api/v1/chart/data") || path.equals("/api/v1/karavel/kept_data");
    }

    /** Decides for itself who may read it, as a collector has a token that is none of ours. */
    static boolean isMetrics(String path) {
        return path.equals("/metrics");
    }

    /** Answers that need no sign-in here: health, metrics, the sign-in page with its assets, and signing out. */
    static boolean isOpen(String path) {
        return isHealth(path)
                || path.equals("/login/")
                || path.equals("/login")
                || path.equals("/logout/")
                || path.equals("/favicon.ico")
                || isMetrics(path)
                || path.startsWith("/static/")
                || path.startsWith("/brand/");
    }

    /** Routes that make or renew proofs: they carry their own, so no cookie counts there. */
    static boolean issuesTokens(String path) {
        return path.equals("/login/")
                || path.equals("/login")
                || path.equals("/logout/")
                || path.startsWith("/api/v1/security/login")
                || path.startsWith("/api/v1/security/refresh");
    }

    public static String signIn(String next) {
        return "/login/?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** The address itself if it stays on this server, else the start page. */
    public static String local(String next) {
        boolean local = next != null
                && next.length() < 2048
                && next.startsWith("/")
                && !next.startsWith("//")
                && !next.startsWith("/login")
                && !next.startsWith("/logout")
                && next.indexOf('\\') < 0
                && next.chars().allMatch(letter -> letter > 0x20 && letter < 0x7f);
        return local ? next : "/";
    }
}
