package dev.karavel.viz.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What stands between the parentheses of a loop.
 *
 * @param semicolons places of those that stand right in it
 * @param bare whether no condition stands between them
 * @param of place behind the word, or -1
 * @param body place behind the brace that begins the body, or -1
 */
record Head(int start, int end, List<Integer> semicolons, boolean bare, int of, int body) {
    /** Null where the parenthesis never closes. */
    static Head of(List<Token> tokens, int first) {
        List<Integer> semicolons = new ArrayList<>();
        boolean bare = false;
        int of = -1;
        int depth = 0;
        for (int at = first; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.is("(") || token.is("[") || token.is("{")) {
                depth++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                depth--;
                if (depth == 0) {
                    boolean block = at + 1 < tokens.size() && tokens.get(at + 1).is("{");
                    int body = block ? tokens.get(at + 1).end() : -1;
                    return new Head(tokens.get(first).end(), token.start(), semicolons, bare, of, body);
                }
            } else if (depth == 1 && token.is(";")) {
                bare |= !semicolons.isEmpty() && tokens.get(at - 1).is(";");
                semicolons.add(token.start());
            } else if (depth == 1
                    && at > first + 1
                    && token.is("of")
                    && !tokens.get(at - 1).is(".")) {
                of = token.end();
            }
        }
        return null;
    }

    void insert(String guard, boolean isWhile, Map<Integer, String> inserted) {
        if (isWhile) {
            condition(guard, start, end, inserted);
        } else if (semicolons.size() == 2 && bare) {
            put(inserted, semicolons.get(1), guard + "()");
        } else if (semicolons.size() == 2) {
            condition(guard, semicolons.get(0) + 1, semicolons.get(1), inserted);
        } else if (body >= 0) {
            put(inserted, body, guard + "();");
        } else if (of >= 0) {
            put(inserted, of, " " + guard + ".each(");
            put(inserted, end, ")");
        }
    }

    private static void condition(String guard, int from, int to, Map<Integer, String> inserted) {
        put(inserted, from, guard + "()&&(");
        put(inserted, to, ")");
    }

    private static void put(Map<Integer, String> inserted, int at, String text) {
        inserted.merge(at, text, (one, other) -> one + other);
    }
}
