package dev.karavel.render.paint;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import dev.karavel.render.paint.Painting.Drawn;
import dev.karavel.render.paint.Painting.Layer;
import dev.karavel.render.paint.Painting.Photo;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Paints drawings. Safe for several threads. */
public final class Painter {
    private static final DocumentLimits LIMITS = new DocumentLimits(200, 20, 500_000);

    private final FontChoice fonts;

    public Painter(Fonts fonts) {
        this.fonts = new FontChoice(fonts);
    }

    public byte[] png(Painting painting, double scale) {
        int width = (int) Math.ceil(painting.width() * scale);
        int height = (int) Math.ceil(painting.height() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            // whole pixels: the last row and column are filled too
            graphics.scale((double) width / painting.width(), (double) height / painting.height());
            paint(painting, graphics);
        } finally {
            graphics.dispose();
        }
        return Png.of(image);
    }

    public byte[] pdf(Painting painting, String title) {
        try {
            return Pdf.of(painting, title, graphics -> paint(painting, graphics));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void paint(Painting painting, Graphics2D graphics) {
        for (Layer layer : painting.layers()) {
            Graphics2D own = (Graphics2D) graphics.create();
            try {
                own.translate(layer.x(), layer.y());
                if (layer instanceof Photo photo) {
                    BufferedImage image = image(photo);
                    own.scale(photo.width() / image.getWidth(), photo.height() / image.getHeight());
                    own.drawImage(image, 0, 0, null);
                } else if (layer instanceof Drawn drawn) {
                    document(drawn.svg())
                            .render(null, own, new ViewBox(0, 0, (float) layer.width(), (float) layer.height()));
                }
            } finally {
                own.dispose();
            }
        }
    }

    private static BufferedImage image(Photo photo) {
        try {
            return ImageIO.read(new ByteArrayInputStream(photo.png()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SVGDocument document(String svg) {
        LoaderContext context = LoaderContext.builder()
                .documentLimits(LIMITS)
                .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                .preProcessor(fonts)
                .build();
        SVGDocument document =
                new SVGLoader().load(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)), null, context);
        if (document == null) {
            throw new IllegalStateException("A drawing is no SVG that can be painted");
        }
        return document;
    }
}
