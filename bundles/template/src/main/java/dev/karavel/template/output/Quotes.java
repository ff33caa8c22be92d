package dev.karavel.template.output;

import dev.karavel.spi.data.SqlSyntax;

/** Where in the text of a statement we are: in the open, in a text, a name or a comment. As the warehouse reads it. */
final class Quotes {
    enum Place {
        OPEN,
        TEXT,
        NAME,
        LINE_COMMENT,
        BLOCK_COMMENT
    }

    private final SqlSyntax syntax;
    private Place place = Place.OPEN;
    private char closing;
    private char before = ' ';
    private boolean escaping;
    private boolean entered;

    Quotes(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    Place place() {
        return place;
    }

    /** The quote that ends the text or name we are in. */
    char closing() {
        return closing;
    }

    /** The last character in the open, or a blank. */
    char before() {
        return before;
    }

    /** Whether what comes next is read as part of an escape. */
    boolean escaping() {
        return escaping;
    }

    void read(String sql) {
        for (int at = 0; at < sql.length(); at++) {
            char c = sql.charAt(at);
            switch (place) {
                case OPEN -> open(c);
                case LINE_COMMENT -> place = c == '\n' || c == '\r' ? Place.OPEN : place;
                case BLOCK_COMMENT -> place = c == '/' && before == '*' ? Place.OPEN : place;
                default -> quoted(c);
            }
            before = place == Place.BLOCK_COMMENT && entered ? ' ' : c;
            entered = false;
        }
    }

    private void quoted(char c) {
        if (escaping) {
            escaping = false;
        } else if (place == Place.TEXT && c == '\\' && syntax.backslashEscapes()) {
            escaping = true;
        } else if (c == closing) {
            // a doubled quote closes and opens again, which comes to the same
            place = Place.OPEN;
        }
    }

    private void open(char c) {
        if (c == '-' && before == '-' || c == '#' && syntax.hashComments()) {
            place = Place.LINE_COMMENT;
        } else if (c == '*' && before == '/') {
            place = Place.BLOCK_COMMENT;
            entered = true;
        } else if (c == '\'' || syntax.textQuotes().contains(c)) {
            place = Place.TEXT;
            closing = c;
        } else if (c == '"' || syntax.nameQuotes().contains(c)) {
            place = Place.NAME;
            closing = c == '[' ? ']' : c;
        }
    }
}
