package dev.karavel.api.render;

import java.util.Objects;

/**
 * How a picture shall look.
 *
 * @param width in pixels of a page, before {@code scale}
 * @param height the same; a dashboard is as high as it needs, whatever this says
 * @param scale pixels of the picture per pixel of a page
 * @param dark the dark theme
 * @param locale language of numbers, times and words, {@code de}
 * @param card with the margins a chart has on a dashboard, rather than filling the picture
 * @param titled with its title
 */
public record Look(
        int width,
        int height,
        double scale,
        boolean dark,
        String locale,
        PictureFormat format,
        boolean card,
        boolean titled) {
    public Look {
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(format, "format");
    }

    /** The same in the other theme. */
    public Look inTheme(boolean otherDark) {
        return new Look(width, height, scale, otherDark, locale, format, card, titled);
    }
}
