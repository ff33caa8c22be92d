package dev.karavel.template.parse;

/**
 * A piece of a template.
 *
 * @param value of TEXT, NAME, TEXT_LITERAL and OPERATOR a String, of NUMBER a Long or Double
 */
record Token(Kind kind, Object value, int line) {
    enum Kind {
        TEXT,
        OUTPUT_BEGIN,
        OUTPUT_END,
        BLOCK_BEGIN,
        BLOCK_END,
        NAME,
        TEXT_LITERAL,
        NUMBER,
        OPERATOR,
        END
    }

    boolean is(Kind wanted, String text) {
        return kind == wanted && text.equals(value);
    }

    /** As messages name it. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case OUTPUT_BEGIN -> "{{";
            case OUTPUT_END -> "}}";
            case BLOCK_BEGIN -> "{%";
            case BLOCK_END -> "%}";
            case TEXT -> "text";
            case TEXT_LITERAL -> "a text in quotes";
            default -> "\"" + value + "\"";
        };
    }
}
