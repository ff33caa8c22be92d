package dev.karavel.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.render.Look;
import dev.karavel.render.paint.Painting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A chart's rows as a table in SVG, for platforms that have no V8: nothing of a plugin runs. */
final class PlainPicture {
    private static final int ROW = 28;
    private static final int SIDE = 16;
    private static final int MOST_COLUMNS = 8;
    private static final int LETTER = 7;
    private static final int TABLE_HEIGHT = 360;

    private PlainPicture() {}

    static String svg(Wish wish, Look look) {
        String ink = look.dark() ? "#e6eaf1" : "#1b2330";
        String muted = look.dark() ? "#8994a6" : "#677084";
        String hair = look.dark() ? "#2a3240" : "#e3e6ec";
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %1$d %2$d\" font-family=\"Inter, sans-serif\" font-size=\"12\">"
                        + "<rect width=\"%1$d\" height=\"%2$d\" fill=\"%s\"/>",
                look.width(),
                look.height(),
                look.dark() ? "#181e27" : "#ffffff"));
        text(svg, SIDE, 27, ink, "font-size=\"13\" font-weight=\"600\"", wish.name());
        JsonNode result = result(wish);
        int columns = Math.min(MOST_COLUMNS, result.path("colnames").size());
        double width = (look.width() - 2.0 * SIDE) / Math.max(1, columns);
        int letters = Math.max(3, (int) (width / LETTER) - 1);
        int rows = Math.min(result.path("rowcount").asInt(), (look.height() - 90) / ROW);
        for (int column = 0; column < columns; column++) {
            double x = SIDE + column * width;
            text(
                    svg,
                    x,
                    58,
                    muted,
                    "font-weight=\"500\"",
                    cut(result.path("colnames").path(column).asText(), letters));
            for (int row = 0; row < rows; row++) {
                text(
                        svg,
                        x,
                        58 + ROW * (row + 1),
                        ink,
                        "",
                        cut(cell(result.path("columns").path(column), row), letters));
            }
        }
        for (int row = 0; row <= rows && columns > 0; row++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%d %dH%d\" stroke=\"%s\"/>",
                    SIDE,
                    67 + ROW * row,
                    look.width() - SIDE,
                    hair));
        }
        String why = wish.settings()
                .path("state")
                .path("title")
                .asText("This server has no V8 to draw charts: a table in its place");
        text(svg, SIDE, look.height() - 12.0, muted, "font-size=\"11\"", why);
        return svg.append("</svg>").toString();
    }

    /** Without V8 there is no layout: the charts' tables below each other. */
    static Painting below(Map<Long, Wish> wishes, Look look) {
        Look one = new Look(
                look.width(), TABLE_HEIGHT, look.scale(), look.dark(), look.locale(), look.format(), true, true);
        List<Painting.Layer> layers = new ArrayList<>();
        for (Wish wish : wishes.values()) {
            layers.add(new Painting.Drawn(
                    0, (double) layers.size() * TABLE_HEIGHT, look.width(), TABLE_HEIGHT, svg(wish, one)));
        }
        return new Painting(look.width(), Math.max(1, layers.size()) * TABLE_HEIGHT, layers);
    }

    private static JsonNode result(Wish wish) {
        try {
            return Plugins.JSON
                    .readTree(wish.data().getOrDefault("answer", "{}"))
                    .path("result")
                    .path(0);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer is no JSON", e);
        }
    }

    private static String cell(JsonNode column, int row) {
        JsonNode value = column.has("values")
                ? column.path("values").path(row)
                : column.path("dictionary")
                        .path(column.path("indices").path(row).asInt(-1));
        return value.isNull() || value.isMissingNode() ? "–" : value.asText();
    }

    private static String cut(String text, int letters) {
        return text.length() <= letters ? text : text.substring(0, letters - 1) + "…";
    }

    private static void text(StringBuilder svg, double x, double y, String color, String more, String text) {
        String safe = text.replaceAll("[\\p{Cntrl}]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\" %s>%s</text>", x, y, color, more, safe));
    }
}
