package dev.karavel.render.browser;

import java.util.List;

/**
 * What the page gave.
 *
 * @param width of the page, in its own pixels
 * @param places what was photographed, in the order the page named it
 */
public record Photograph(int width, int height, List<Place> places) {
    public Photograph {
        places = List.copyOf(places);
    }

    /** A part of the page as PNG. */
    public record Place(String name, double x, double y, double width, double height, byte[] png) {}
}
