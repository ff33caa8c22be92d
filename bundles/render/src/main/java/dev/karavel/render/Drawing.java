package dev.karavel.render;

import dev.karavel.api.viz.VisualizationRegistry;
import dev.karavel.render.paint.Fonts;
import dev.karavel.render.paint.Painter;
import dev.karavel.render.v8.DrawingScript;
import dev.karavel.render.v8.Isolates;
import dev.karavel.render.v8.Limits;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The isolates and the fonts of this node. */
@Component(service = Drawing.class, configurationPid = "dev.karavel.render")
public final class Drawing {
    private final Isolates isolates;
    private final Painter painter;
    private final String version;

    @Activate
    public Drawing(@Reference VisualizationRegistry registry, Settings settings) {
        Fonts fonts = new Fonts();
        Limits limits = new Limits(Duration.ofSeconds(settings.script_seconds()), settings.script_megabytes());
        DrawingScript script = DrawingScript.load();
        isolates = new Isolates(settings.isolates(), settings.waiting(), limits, fonts, new Plugins(registry));
        painter = new Painter(fonts);
        version = Digests.of(script.script());
    }

    @Deactivate
    void stop() {
        isolates.close();
    }

    /** Where scripts of plugins run. */
    public Isolates isolates() {
        return isolates;
    }

    Painter painter() {
        return painter;
    }

    /** Changes with how charts are drawn. */
    String version() {
        return version;
    }
}
