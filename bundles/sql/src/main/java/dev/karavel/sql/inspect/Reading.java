package dev.karavel.sql.inspect;

import java.util.List;

/**
 * One statement or expression as it will be sent: without comments, its texts and names written so that the parser and the
 * warehouse read the same.
 */
record Reading(String sql, List<Token> tokens) {
    Reading {
        tokens = List.copyOf(tokens);
    }

    /** Index of the token that starts there in {@link #sql}; less than 0 where none does. */
    int at(int start) {
        int low = 0;
        int high = tokens.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = tokens.get(middle).start();
            if (found == start) {
                return middle;
            }
            if (found < start) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** Where in the typed text that place of {@link #sql} comes from. */
    int origin(int start) {
        int last = -1;
        for (Token token : tokens) {
            if (token.start() > start) {
                break;
            }
            last = token.origin();
        }
        return last;
    }

    /** The token, or one that is nothing before the first and behind the last. */
    Token token(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : NOTHING;
    }

    private static final Token NOTHING = new Token(Token.Kind.SIGN, "", 0, 0);
}
