package dev.karavel.render.paint;

import java.util.List;

/**
 * Drawings in SVG, laid over each other.
 *
 * @param width in pixels of a page
 */
public record Painting(int width, int height, List<Layer> layers) {
    public Painting {
        layers = List.copyOf(layers);
    }

    /** A drawing with its corner at a place. */
    public record Layer(double x, double y, double width, double height, String svg) {}

    public static Painting of(int width, int height, String svg) {
        return new Painting(width, height, List.of(new Layer(0, 0, width, height, svg)));
    }
}
