package dev.karavel.render;

import dev.karavel.render.browser.BrowserSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the settings say of a browser, and what the log says of who draws. */
final class BrowserChoice {
    private static final Logger LOG = LoggerFactory.getLogger(BrowserChoice.class);

    private BrowserChoice() {}

    static Optional<BrowserSettings> of(Settings settings) {
        if (settings.browser().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new BrowserSettings(
                Path.of(settings.browser().strip()),
                settings.browser_sandbox(),
                server(settings),
                Path.of(settings.browser_profile()).toAbsolutePath(),
                settings.browser_pages(),
                settings.waiting(),
                Duration.ofSeconds(settings.browser_seconds()),
                Duration.parse(settings.browser_idle()),
                settings.browser_megabytes()));
    }

    /** A server that listens everywhere does so on this machine too. */
    private static String server(Settings settings) {
        if (!settings.server().isBlank()) {
            return settings.server().strip();
        }
        String host = settings.server_host().strip();
        boolean everywhere = host.isEmpty() || host.equals("0.0.0.0") || host.equals("::") || host.equals("[::]");
        return (everywhere ? "127.0.0.1" : host) + ":" + settings.server_port();
    }

    /** Says once, at the start, who draws. */
    static void tell(Optional<String> noV8, Settings settings) {
        boolean browser = !settings.browser().isBlank();
        if (noV8.isPresent() && browser) {
            LOG.warn("{}: the browser {} draws all pictures", noV8.get(), settings.browser());
        } else if (noV8.isPresent()) {
            LOG.warn(
                    "{}: in pictures and mails charts are tables; KARAVEL_RENDER_BROWSER names a Chromium that draws them",
                    noV8.get());
        } else if (browser) {
            LOG.info(
                    "The browser {} draws {}",
                    settings.browser(),
                    settings.browser_always() ? "all pictures" : "charts that need a page; V8 draws the others");
        }
    }
}
