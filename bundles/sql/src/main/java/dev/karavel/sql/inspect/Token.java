package dev.karavel.sql.inspect;

import java.util.Locale;

/**
 * A word, sign, text or number of typed SQL.
 *
 * @param image as it is sent to the warehouse
 * @param start in the statement as it is sent
 * @param origin in the text as it was typed
 */
record Token(Kind kind, String image, int start, int origin) {
    enum Kind {
        WORD,
        QUOTED,
        TEXT,
        NUMBER,
        SIGN
    }

    int end() {
        return start + image.length();
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && image.equals(sign);
    }

    /** Upper case for a word that is not quoted; else empty. */
    String word() {
        return kind == Kind.WORD ? image.toUpperCase(Locale.ROOT) : "";
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /** Without quotes. */
    String name() {
        if (kind != Kind.QUOTED) {
            return image;
        }
        String quote = image.substring(0, 1);
        return image.substring(1, image.length() - 1).replace(quote + quote, quote);
    }
}
