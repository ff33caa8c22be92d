package dev.karavel.report.compose;

import java.util.regex.Pattern;

/** The little Markdown people write above a report: paragraphs, emphasis, links. Everything else stays as it was typed. */
final class Markup {
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*\\n]+)\\*\\*");
    private static final Pattern ITALIC = Pattern.compile("\\*([^*\\n]+)\\*");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]+)\\]\\((https?://[^)\\s]+)\\)");
    private static final String FONT = "font-family:Helvetica,Arial,sans-serif;font-size:14px;color:#1f2933";

    private Markup() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String paragraphs(String markdown) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : markdown.strip().split("\\R\\s*\\R")) {
            if (!paragraph.isBlank()) {
                html.append(paragraph(inline(escaped(paragraph))));
            }
        }
        return html.toString();
    }

    static String paragraph(String html) {
        return "<p style=\"margin:0 0 12px;" + FONT + "\">" + html + "</p>";
    }

    static String link(String address, String words) {
        return "<a href=\"" + escaped(address) + "\" style=\"color:#0f6e84\">" + escaped(words) + "</a>";
    }

    static String page(String body, MessageWords words) {
        return "<!DOCTYPE html><html lang=\"" + words.language() + "\" dir=\""
                + (words.fromRightToLeft() ? "rtl" : "ltr")
                + "\"><head><meta charset=\"utf-8\"></head><body style=\"margin:16px;background:#ffffff;" + FONT
                + "\">" + body + "</body></html>";
    }

    private static String inline(String escaped) {
        String linked = LINK.matcher(escaped).replaceAll("<a href=\"$2\" style=\"color:#0f6e84\">$1</a>");
        String bold = BOLD.matcher(linked).replaceAll("<strong>$1</strong>");
        return ITALIC.matcher(bold).replaceAll("<em>$1</em>").replaceAll("\\R", "<br>");
    }
}
