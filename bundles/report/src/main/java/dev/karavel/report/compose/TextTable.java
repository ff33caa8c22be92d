package dev.karavel.report.compose;

import dev.karavel.spi.data.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Rows as a table in a message: with markup, and in letters of one width. */
final class TextTable {
    static final int MOST_ROWS = 200;
    private static final int WIDEST = 40;

    private final Table table;
    private final int rows;

    TextTable(Table table) {
        this.table = table;
        this.rows = Math.min(table.rows(), MOST_ROWS);
    }

    String html(MessageWords words) {
        StringBuilder html = new StringBuilder(
                "<table style=\"border-collapse:collapse;margin:0 0 12px;font-size:13px\"><thead><tr>");
        table.columns().forEach(column -> html.append(
                        "<th style=\"border:1px solid #d5dbe1;padding:4px 8px;background:#f3f5f7;text-align:left\">")
                .append(Markup.escaped(column.name()))
                .append("</th>"));
        html.append("</tr></thead><tbody>");
        for (int row = 0; row < rows; row++) {
            html.append("<tr>");
            for (int column = 0; column < table.columns().size(); column++) {
                Object value = table.value(row, column);
                html.append("<td style=\"border:1px solid #d5dbe1;padding:4px 8px;text-align:")
                        .append(value instanceof Number ? "right" : "left")
                        .append("\">")
                        .append(Markup.escaped(words(value)))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
        String more = more(words);
        return more.isEmpty() ? html.toString() : html + Markup.paragraph(more);
    }

    String text(MessageWords words) {
        int columns = table.columns().size();
        List<String[]> lines = new ArrayList<>();
        lines.add(table.columns().stream().map(column -> cut(column.name())).toArray(String[]::new));
        for (int row = 0; row < rows; row++) {
            String[] line = new String[columns];
            for (int column = 0; column < columns; column++) {
                line[column] = cut(words(table.value(row, column)));
            }
            lines.add(line);
        }
        int[] widths = new int[columns];
        lines.forEach(line -> {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], line[column].length());
            }
        });
        StringBuilder text = new StringBuilder();
        for (String[] line : lines) {
            StringBuilder written = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                written.append(column == 0 ? "" : "  ")
                        .append(line[column])
                        .append(" ".repeat(widths[column] - line[column].length()));
            }
            text.append(written.toString().stripTrailing()).append('\n');
        }
        return text + more(words);
    }

    private String more(MessageWords words) {
        return table.rows() > rows ? words.said("moreRows", words.number(table.rows() - rows)) : "";
    }

    private static String words(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > WIDEST ? line.substring(0, WIDEST - 1) + "…" : line;
    }
}
