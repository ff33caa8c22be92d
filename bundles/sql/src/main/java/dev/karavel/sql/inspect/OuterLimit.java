package dev.karavel.sql.inspect;

import dev.karavel.spi.data.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How many rows a statement itself asks for.
 *
 * @param own whether it says so at all
 * @param rows empty where that is no plain number
 * @param start of that number in the statement
 */
record OuterLimit(boolean own, OptionalLong rows, int start, int end) {
    private static final Set<String> WORDS = Set.of("LIMIT", "FETCH", "OFFSET", "TOP");
    private static final Set<String> COMBINED = Set.of("UNION", "EXCEPT", "INTERSECT", "MINUS");
    private static final Set<String> BEFORE_TOP = Set.of("SELECT", "DISTINCT", "ALL");
    private static final String DIGITS = "[0-9]{1,18}";

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
                    return plain(outer.get(number));
                }
            } else if (outer.get(i).word().equals("FETCH")
                    && isNumber(outer, i + 2)
                    && i + 4 == last
                    && outer.get(i + 3).word().startsWith("ROW")
                    && outer.get(i + 4).word().equals("ONLY")) {
                return plain(outer.get(i + 2));
            }
            Optional<Token> top = top(reading, outer, i);
            if (top.isPresent()) {
                return plain(top.get());
            }
        }
        return new OuterLimit(own, OptionalLong.empty(), 0, 0);
    }

    /** What makes its number at most this one; 0 for no limit. */
    Optional<Edit> tightening(int most) {
        return most > 0 && rows.isPresent() && rows.getAsLong() > most
                ? Optional.of(new Edit(start, end, String.valueOf(most)))
                : Optional.empty();
    }

    /** The statement with a limit where it has none that is a plain number; 0 for no limit. */
    String added(String sql, int most, Dialect dialect) {
        if (most <= 0 || rows.isPresent()) {
            return sql;
        }
        return dialect.limit(own ? "SELECT * FROM (\n" + sql + "\n) limited_rows" : sql, most, 0);
    }

    /** {@code SELECT TOP 5} or {@code SELECT DISTINCT TOP (5)}, of a statement that is not combined with another one. */
    private static Optional<Token> top(Reading reading, List<Token> outer, int i) {
        boolean single = outer.stream().noneMatch(token -> COMBINED.contains(token.word()));
        boolean first = BEFORE_TOP.contains(i == 0 ? "" : outer.get(i - 1).word());
        if (!outer.get(i).word().equals("TOP") || !single || !first) {
            return Optional.empty();
        }
        int at = reading.at(outer.get(i).start()) + 1;
        boolean bracket = reading.token(at).is("(");
        Token number = reading.token(bracket ? at + 1 : at);
        Token next = reading.token(bracket ? at + 3 : at + 1);
        boolean plain = number.image().matches(DIGITS)
                && (!bracket || reading.token(at + 2).is(")"));
        boolean other = next.word().equals("PERCENT") || next.word().equals("WITH");
        return plain && !other ? Optional.of(number) : Optional.empty();
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
                && outer.get(at).image().matches(DIGITS);
    }

    private static OuterLimit plain(Token number) {
        long rows = Long.parseLong(number.image());
        return new OuterLimit(true, OptionalLong.of(rows), number.start(), number.end());
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
