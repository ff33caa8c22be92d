package dev.karavel.sql.inspect;

import dev.karavel.spi.data.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Words in front of a read that the parser need not know: EXPLAIN, and TABLE for SELECT * FROM. */
final class Openings {
    private static final String EXPLAIN = "EXPLAIN";
    private static final String TABLE = "TABLE";
    private static final Set<String> READS = Set.of("SELECT", "WITH", "VALUES", TABLE);

    private Openings() {}

    /**
     * What is explained, where the warehouse has plans that run nothing. Options are refused, by name ANALYZE: with it the statement
     * runs.
     *
     * @return empty where nothing is explained
     */
    static Optional<Reading> explained(Reading reading, Dialect dialect) throws Refusal {
        if (!reading.token(0).word().equals(EXPLAIN)) {
            return Optional.empty();
        }
        String own = dialect.explain("")
                .orElseThrow(() -> new Refusal(
                        "This kind of database has no plans to show",
                        reading.token(0).origin()));
        String[] words = own.trim().split(" +");
        int length = 1;
        while (length < words.length && reading.token(length).word().equals(words[length])) {
            length++;
        }
        Token first = reading.token(length == words.length ? length : 1);
        if (!READS.contains(first.word())) {
            throw new Refusal(
                    "Only SELECT statements are explained, and without options",
                    reading.token(0).origin());
        }
        return Optional.of(behind(reading, first));
    }

    private static Reading behind(Reading reading, Token first) {
        return new Reading(
                reading.sql().substring(first.start()),
                reading.tokens().stream()
                        .filter(token -> token.start() >= first.start())
                        .map(token -> moved(token, -first.start()))
                        .toList());
    }

    /** {@code TABLE sales ORDER BY 1} as the SELECT that it stands for, which every warehouse knows. */
    static Reading spelledOut(Reading reading) {
        Token table = reading.token(0);
        if (!table.word().equals(TABLE) || !reading.token(1).isName()) {
            return reading;
        }
        String words = "SELECT * FROM";
        int longer = words.length() - table.image().length();
        List<Token> tokens = new ArrayList<>(List.of(
                new Token(Token.Kind.WORD, "SELECT", 0, table.origin()),
                new Token(Token.Kind.SIGN, "*", 7, table.origin()),
                new Token(Token.Kind.WORD, "FROM", 9, table.origin())));
        reading.tokens().stream().skip(1).map(token -> moved(token, longer)).forEach(tokens::add);
        return new Reading(words + reading.sql().substring(table.end()), tokens);
    }

    private static Token moved(Token token, int by) {
        return new Token(token.kind(), token.image(), token.start() + by, token.origin());
    }
}
