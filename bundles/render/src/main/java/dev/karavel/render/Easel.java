package dev.karavel.render;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.render.Look;
import dev.karavel.render.KeptPictures.Painted;
import dev.karavel.render.paint.Painter;
import dev.karavel.render.paint.Painting;
import dev.karavel.render.paint.SvgPage;
import java.nio.charset.StandardCharsets;

/** Turns paintings into files of a format, within bounds. */
final class Easel {
    private static final int LONGEST_SIDE = 4096;
    private static final double MOST_SCALE = 4;

    private final Painter painter;
    private final long mostPixels;

    Easel(Painter painter, int megapixels) {
        this.painter = painter;
        mostPixels = megapixels * 1_000_000L;
    }

    /** @throws KaravelException INVALID_REQUEST with the field that is too small or too large */
    void check(Look look) {
        side("width", look.width());
        side("height", look.height());
        if (!(look.scale() >= 0.1 && look.scale() <= MOST_SCALE)) {
            throw KaravelException.invalid("scale", "scale is a number from 0.1 to " + (int) MOST_SCALE);
        }
        if (look.width() * look.scale() * look.height() * look.scale() > mostPixels) {
            throw KaravelException.invalid("scale", "A picture has at most " + mostPixels + " pixels");
        }
    }

    private static void side(String name, int value) {
        if (value < 16 || value > LONGEST_SIDE) {
            throw KaravelException.invalid(name, name + " is a whole number from 16 to " + LONGEST_SIDE);
        }
    }

    /** What is too large for the scale that was asked gets a smaller one. */
    Painted paint(Painting painting, Look look, String title) {
        double most = Math.sqrt((double) mostPixels / painting.width() / painting.height());
        double scale = Math.min(look.scale(), most);
        int width = (int) Math.ceil(painting.width() * scale);
        int height = (int) Math.ceil(painting.height() * scale);
        return switch (look.format()) {
            case PNG -> new Painted(width, height, painter.png(painting, scale), painting.lasting());
            case PDF ->
                new Painted(painting.width(), painting.height(), painter.pdf(painting, title), painting.lasting());
            case SVG ->
                new Painted(
                        painting.width(),
                        painting.height(),
                        SvgPage.of(painting).getBytes(StandardCharsets.UTF_8),
                        painting.lasting());
        };
    }
}
