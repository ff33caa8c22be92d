package dev.karavel.render.v8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The scripts every isolate begins with.
 *
 * @param script what draws, made of the page's own sources
 * @param walls what is closed around plugins
 */
public record DrawingScript(String script, String walls) {
    public static DrawingScript load() {
        return new DrawingScript(text("/drawing/render.js"), text("/dev/karavel/render/v8/walls.js"));
    }

    private static String text(String name) {
        try (InputStream in = DrawingScript.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
