package dev.karavel.sql.inspect;

import dev.karavel.api.error.KaravelException.Place;
import java.util.Optional;

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

    /** Counted from 1. */
    Optional<Place> place(String typed) {
        if (offset < 0 || offset > typed.length()) {
            return Optional.empty();
        }
        String before = typed.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return Optional.of(new Place(line, offset - before.lastIndexOf('\n')));
    }

    /** With the place. */
    String said(String typed) {
        return place(typed)
                .map(at -> getMessage() + " (line " + at.line() + ", column " + at.column() + ")")
                .orElse(getMessage());
    }
}
