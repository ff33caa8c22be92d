package dev.karavel.sql.inspect;

/** Why typed SQL is not accepted, in words for the one who typed it. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int NOWHERE = -1;

    private final int offset;

    Refusal(String message) {
        this(message, NOWHERE);
    }

    /** @param offset in the text as it was typed, or less than 0 where no place is to blame */
    Refusal(String message, int offset) {
        super(message);
        this.offset = offset;
    }

    boolean placed() {
        return offset >= 0;
    }

    /** With the place, counted from 1. */
    String said(String typed) {
        if (offset < 0 || offset > typed.length()) {
            return getMessage();
        }
        String before = typed.substring(0, offset);
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = offset - before.lastIndexOf('\n');
        return getMessage() + " (line " + line + ", column " + column + ")";
    }
}
