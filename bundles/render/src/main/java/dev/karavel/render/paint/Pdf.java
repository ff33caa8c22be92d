package dev.karavel.render.paint;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Graphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Writes PDF: one page as large as the painting, drawn with lines and shapes. */
final class Pdf {
    /** Points per pixel of a page: 72 to 96 an inch. */
    private static final float POINTS = 0.75f;
    /** No PDF reader shows pages beyond. */
    private static final float MOST = 14_400;

    private Pdf() {}

    static byte[] of(Painting painting, String title, Consumer<Graphics2D> paint) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(title);
            document.getDocumentInformation().setProducer("Karavel");
            float scale = Math.min(POINTS, MOST / Math.max(painting.width(), painting.height()));
            PDPage page = new PDPage(new PDRectangle(painting.width() * scale, painting.height() * scale));
            document.addPage(page);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(
                    document, page.getMediaBox().getWidth(), page.getMediaBox().getHeight());
            graphics.scale(scale, scale);
            paint.accept(graphics);
            graphics.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(graphics.getXFormObject());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
