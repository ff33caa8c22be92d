package dev.karavel.render.paint;

import java.util.List;

/**
 * Drawings laid over each other.
 *
 * @param width in pixels of a page
 * @param lasting whether it would be the same if it were made again in a minute
 */
public record Painting(int width, int height, List<Layer> layers, boolean lasting) {
    public Painting {
        layers = List.copyOf(layers);
    }

    public Painting(int width, int height, List<Layer> layers) {
        this(width, height, layers, true);
    }

    /** The same, for want of a better one. */
    public Painting passing() {
        return new Painting(width, height, layers, false);
    }

    /** Something with its corner at a place. */
    public sealed interface Layer {
        double x();

        double y();

        double width();

        double height();
    }

    /** Lines and text. */
    public record Drawn(double x, double y, double width, double height, String svg) implements Layer {}

    /** Pixels, as PNG. */
    public record Photo(double x, double y, double width, double height, byte[] png) implements Layer {}

    public static Painting of(int width, int height, String svg) {
        return new Painting(width, height, List.of(new Drawn(0, 0, width, height, svg)));
    }
}
