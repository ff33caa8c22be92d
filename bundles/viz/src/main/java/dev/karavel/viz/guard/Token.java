package dev.karavel.viz.guard;

/**
 * A piece of a script that means something.
 *
 * @param kind what it is, as far as loops care
 * @param start of its first letter
 * @param end behind its last
 */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        WORD,
        SIGN,
        /** A text, template or regular expression. */
        LITERAL
    }

    boolean is(String sign) {
        return kind != Kind.LITERAL && text.equals(sign);
    }
}
