package dev.karavel.render.browser;

import java.util.ArrayList;
import java.util.List;

/** How a Chromium is started: silent, alone, and with no address in the world but our server's. */
final class CommandLine {
    /** The name our server has in there; browsers hold names below localhost for safe, as they do addresses of this machine. */
    static final String ORIGIN = "http://karavel.localhost";
    /** The browser reads its third and writes its fourth file; Java can only give the first two. */
    private static final String PIPES = "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >&2";

    private CommandLine() {}

    static List<String> of(BrowserSettings settings) {
        List<String> line = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                PIPES,
                settings.program().toString(),
                "--headless",
                "--remote-debugging-pipe",
                "--user-data-dir=" + settings.profile(),
                "--disk-cache-size=67108864",
                // every other name and number is one that does not exist
                "--host-resolver-rules=MAP karavel.localhost:80 " + settings.server() + ", MAP * ~NOTFOUND",
                "--no-proxy-server",
                "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-dev-shm-usage",
                "--disable-domain-reliability",
                "--disable-extensions",
                "--disable-sync",
                "--metrics-recording-only",
                "--mute-audio",
                "--no-default-browser-check",
                "--no-first-run",
                "--no-pings",
                "--password-store=basic",
                "--use-mock-keychain",
                "--hide-scrollbars",
                "--font-render-hinting=none",
                // maps are drawn by the processor: a server has no graphics card
                "--use-gl=angle",
                "--use-angle=swiftshader",
                "--enable-unsafe-swiftshader",
                "--ignore-gpu-blocklist",
                "--js-flags=--max-old-space-size=512"));
        if (!settings.sandbox()) {
            line.add("--no-sandbox");
        }
        return line;
    }
}
