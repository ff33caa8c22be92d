package dev.karavel.render.paint;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The fonts the bundle brings, known to Java by their family names. Made once; safe for several threads. */
public final class Fonts {
    private static final int[][] MEASURED = {
        {0x20, 0x24f}, {0x370, 0x52f}, {0x1e00, 0x1eff}, {0x2000, 0x22ff}, {0x25a0, 0x26ff}
    };
    private static final int MEASURED_SIZE = 1000;
    private static final String LAST = "SansSerif";

    private final TreeMap<Integer, Font> inter = new TreeMap<>();
    private final TreeMap<Integer, Font> wide = new TreeMap<>();
    private final Font widest;
    private final Font mono;

    public Fonts() {
        for (int weight : new int[] {400, 500, 600, 700}) {
            inter.put(weight, registered("Inter-" + weight));
        }
        for (int weight : new int[] {400, 600}) {
            wide.put(weight, registered("NotoSans-" + weight));
        }
        widest = registered("DejaVuSans-400");
        mono = registered("DejaVuSansMono-400");
    }

    private static Font registered(String name) {
        try (InputStream in = Fonts.class.getResourceAsStream("/drawing/fonts/" + name + ".ttf")) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, in);
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(name + " is no font Java can read", e);
        }
    }

    /** What Java has to be told for a font. */
    record Choice(String family, boolean bold) {}

    /** The font that can write a text: the design's own, a wider one, or whatever the machine has. */
    Choice choice(String text, String weight, boolean monospaced) {
        int wanted = weight(weight);
        if (monospaced && mono.canDisplayUpTo(text) < 0) {
            return choice(mono, false);
        }
        int own = wanted < 450 ? 400 : wanted < 540 ? 500 : wanted < 670 ? 600 : 700;
        if (inter.get(own).canDisplayUpTo(text) < 0) {
            return choice(inter.get(own), own == 700);
        }
        Font wider = wide.get(wanted < 540 ? 400 : 600);
        if (wider.canDisplayUpTo(text) < 0) {
            return choice(wider, false);
        }
        return widest.canDisplayUpTo(text) < 0 ? choice(widest, false) : new Choice(LAST, wanted >= 540);
    }

    private static Choice choice(Font font, boolean bold) {
        return new Choice(font.getFamily(Locale.ROOT), bold);
    }

    private static int weight(String text) {
        return switch (text) {
            case "bold", "bolder" -> 700;
            case "", "normal", "lighter" -> 400;
            default -> text.matches("\\d{3}") ? Integer.parseInt(text) : 400;
        };
    }

    /** Widths of letters by weight, as the drawing script wants them. */
    public Map<String, Object> tables() {
        Map<String, Object> tables = new LinkedHashMap<>();
        inter.forEach((weight, font) -> tables.put(Integer.toString(weight), table(font)));
        tables.put("mono", table(mono));
        return tables;
    }

    private static Map<String, Object> table(Font font) {
        Font measured = font.deriveFont((float) MEASURED_SIZE);
        FontRenderContext context = new FontRenderContext(null, true, true);
        java.util.List<Object> ranges = new java.util.ArrayList<>();
        for (int[] range : MEASURED) {
            double[] widths = new double[range[1] - range[0] + 1];
            for (int code = range[0]; code <= range[1]; code++) {
                if (font.canDisplay(code)) {
                    GlyphVector glyph = measured.createGlyphVector(context, new char[] {(char) code});
                    widths[code - range[0]] =
                            Math.round(glyph.getGlyphMetrics(0).getAdvanceX()) / (double) MEASURED_SIZE;
                }
            }
            ranges.add(Map.of("first", range[0], "widths", widths));
        }
        return Map.of("ranges", ranges);
    }
}
