package dev.karavel.render.paint;

import dev.karavel.render.paint.Painting.Drawn;
import dev.karavel.render.paint.Painting.Layer;
import dev.karavel.render.paint.Painting.Photo;
import java.util.Base64;
import java.util.Locale;

/** A painting as one document. */
public final class SvgPage {
    private SvgPage() {}

    public static String of(Painting painting) {
        if (painting.layers().size() == 1 && painting.layers().get(0) instanceof Drawn drawn) {
            return drawn.svg();
        }
        StringBuilder page = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %1$d %2$d\">",
                painting.width(),
                painting.height()));
        int number = 0;
        for (Layer layer : painting.layers()) {
            if (layer instanceof Photo photo) {
                page.append(image(photo));
            } else if (layer instanceof Drawn drawn) {
                String place = String.format(Locale.ROOT, "<svg x=\"%.2f\" y=\"%.2f\" ", layer.x(), layer.y());
                page.append(apart(drawn.svg(), number++).replaceFirst("<svg ", place));
            }
        }
        return page.append("</svg>").toString();
    }

    private static String image(Photo photo) {
        return String.format(
                Locale.ROOT,
                "<image x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" href=\"data:image/png;base64,%s\"/>",
                photo.x(),
                photo.y(),
                photo.width(),
                photo.height(),
                Base64.getEncoder().encodeToString(photo.png()));
    }

    /** Names within a drawing are its own: those of two drawings on one page must not meet. */
    private static String apart(String svg, int number) {
        return svg.replaceAll("(?<=\\bid=\"|url\\(#|href=\"#)(?=[\\w-])", "d" + number + "-");
    }
}
