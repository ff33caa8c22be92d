package dev.karavel.render;

import dev.karavel.api.viz.VisualizationRegistry;
import dev.karavel.render.browser.Browser;
import dev.karavel.render.paint.Fonts;
import dev.karavel.render.paint.Painter;
import dev.karavel.render.v8.DrawingScript;
import dev.karavel.render.v8.Isolates;
import dev.karavel.render.v8.Limits;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** What draws on this node: isolates, fonts, and a browser where one is set. */
@Component(service = Drawing.class, configurationPid = "dev.karavel.render")
public final class Drawing {
    private final Isolates isolates;
    private final Painter painter;
    private final Optional<Browser> browser;
    private final String fontTables;
    private final String version;

    @Activate
    public Drawing(@Reference VisualizationRegistry registry, Settings settings) {
        Fonts fonts = new Fonts();
        Limits limits = new Limits(Duration.ofSeconds(settings.script_seconds()), settings.script_megabytes());
        DrawingScript script = DrawingScript.load();
        isolates = new Isolates(settings.isolates(), settings.waiting(), limits, fonts, new Plugins(registry));
        painter = new Painter(fonts);
        browser = BrowserChoice.of(settings).map(Browser::new);
        fontTables = isolates.fonts();
        version = Digests.of(script.script(), settings.browser(), settings.browser_always());
        BrowserChoice.tell(isolates.problem(), settings);
    }

    @Deactivate
    void stop() {
        isolates.close();
        browser.ifPresent(Browser::close);
    }

    /** Where scripts of plugins run. */
    public Isolates isolates() {
        return isolates;
    }

    /** The second way to draw, where one is set. */
    Optional<Browser> browser() {
        return browser;
    }

    /** Widths of letters, JSON. */
    String fontTables() {
        return fontTables;
    }

    Painter painter() {
        return painter;
    }

    /** Changes with how charts are drawn. */
    String version() {
        return version;
    }
}
