package dev.karavel.sql.inspect;

import dev.karavel.spi.data.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How many rows a statement itself asks for.
 *
 * @param own whether it says so at all
 * @param rows empty where that is no plain number
 * @param start of that number, counted from the statement's end, behind which nothing is ever changed
 */
record OuterLimit(boolean own, OptionalLong rows, int start, int end) {
    private static final Set<String> WORDS = Set.of("LIMIT", "FETCH", "OFFSET", "TOP");
    private static final int MOST_DIGITS = 18;

    static OuterLimit of(Reading reading) {
        List<Token> outer = outer(reading);
        boolean own = outer.stream().anyMatch(token -> WORDS.contains(token.word()));
        int last = outer.size() - 1;
        for (int i = 0; own && i < outer.size(); i++) {
            int number = i + 1;
            if (outer.get(i).word().equals("LIMIT")) {
                boolean offsetFirst = i + 3 <= last && outer.get(i + 2).is(",");
                number = offsetFirst ? i + 3 : i + 1;
                if (isNumber(outer, number) && ends(outer, number + 1, offsetFirst)) {
                    return plain(outer.get(number), reading);
                }
            } else if (outer.get(i).word().equals("FETCH")
                    && isNumber(outer, i + 2)
                    && i + 4 == last
                    && outer.get(i + 3).word().startsWith("ROW")
                    && outer.get(i + 4).word().equals("ONLY")) {
                return plain(outer.get(i + 2), reading);
            }
        }
        return new OuterLimit(own, OptionalLong.empty(), 0, 0);
    }

    /** With at most so many rows; 0 for no limit. */
    String tightened(String sql, int most, Dialect dialect) {
        if (most <= 0 || rows.isPresent() && rows.getAsLong() <= most) {
            return sql;
        }
        if (rows.isPresent()) {
            return sql.substring(0, sql.length() - start) + most + sql.substring(sql.length() - end);
        }
        return dialect.limit(own ? "SELECT * FROM (\n" + sql + "\n) limited_rows" : sql, most, 0);
    }

    private static boolean ends(List<Token> outer, int from, boolean offsetFirst) {
        if (from >= outer.size()) {
            return true;
        }
        boolean offset = !offsetFirst && outer.get(from).word().equals("OFFSET") && isNumber(outer, from + 1);
        return offset
                && (from + 2 == outer.size()
                        || from + 3 == outer.size()
                                && outer.get(from + 2).word().startsWith("ROW"));
    }

    private static boolean isNumber(List<Token> outer, int at) {
        return at < outer.size()
                && outer.get(at).kind() == Token.Kind.NUMBER
                && outer.get(at).image().matches("[0-9]{1," + MOST_DIGITS + "}");
    }

    private static OuterLimit plain(Token number, Reading reading) {
        int length = reading.sql().length();
        long rows = Long.parseLong(number.image());
        return new OuterLimit(true, OptionalLong.of(rows), length - number.start(), length - number.end());
    }

    /** Tokens outside of all brackets. */
    private static List<Token> outer(Reading reading) {
        List<Token> outer = new ArrayList<>();
        int depth = 0;
        for (Token token : reading.tokens()) {
            if (token.is("(") || token.is("[") || token.is("{")) {
                depth++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                depth--;
            } else if (depth == 0) {
                outer.add(token);
            }
        }
        return outer;
    }
}
