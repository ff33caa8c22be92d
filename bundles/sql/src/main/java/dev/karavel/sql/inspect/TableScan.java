package dev.karavel.sql.inspect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds where tables stand by reading the words alone, knowing nothing of the parser: what follows FROM, JOIN, or a comma behind
 * one of them. A statement for which the parser finds others is not understood by one of the two.
 */
final class TableScan {
    private static final Set<String> FUNCTIONS_WITH_FROM =
            Set.of("EXTRACT", "TRIM", "SUBSTRING", "SUBSTR", "OVERLAY", "POSITION");
    private static final Set<String> ENDING = Set.of(
            "SELECT",
            "WHERE",
            "GROUP",
            "HAVING",
            "ORDER",
            "LIMIT",
            "OFFSET",
            "FETCH",
            "WINDOW",
            "QUALIFY",
            "UNION",
            "INTERSECT",
            "EXCEPT",
            "MINUS",
            "SET",
            "RETURNING");
    private static final Set<String> NEVER =
            Set.of("INTO", "OUTFILE", "DUMPFILE", "TABLE", "PREPARE", "EXECUTE", "NEXTVAL");
    private static final Set<String> LOCKS =
            Set.of("UPDATE", "SHARE", "NO", "KEY", "XML", "JSON", "BROWSE", "READ", "FETCH", "SYSTEM_TIME", "VERSION");

    private final Reading reading;
    private final Set<String> never;
    private final Set<Integer> starts = new TreeSet<>();
    private final Deque<Frame> open = new ArrayDeque<>();

    private static final class Frame {
        final String function;
        boolean select;
        boolean from;
        boolean expecting;

        Frame(String function, boolean from) {
            this.function = function;
            this.from = from;
            this.expecting = from;
        }
    }

    TableScan(Reading reading, Syntax syntax) {
        this.reading = reading;
        never = syntax == Syntax.CHANGE ? Set.of() : NEVER;
    }

    /** Where in the statement the names of tables start, functions left out. */
    Set<Integer> read() throws Refusal {
        open.push(new Frame("", false));
        for (int i = 0; i < reading.tokens().size(); i++) {
            Token token = reading.token(i);
            Frame frame = open.peek();
            if (token.is("(") || token.is("[") || token.is("{")) {
                boolean inFrom = frame.expecting && token.is("(");
                frame.expecting = false;
                open.push(new Frame(reading.token(i - 1).word(), inFrom));
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                open.pop();
            } else if (token.is(",")) {
                frame.expecting = frame.from;
            } else if (frame.expecting) {
                i = item(i, frame);
            } else if (token.kind() == Token.Kind.WORD && !isPartOfName(i)) {
                keyword(i, token, frame);
            }
        }
        return starts;
    }

    private boolean isPartOfName(int i) {
        return reading.token(i - 1).is(".") || reading.token(i + 1).is(".");
    }

    private void keyword(int i, Token token, Frame frame) throws Refusal {
        String word = token.word();
        if (never.contains(word)
                || word.equals("FOR") && LOCKS.contains(reading.token(i + 1).word())) {
            throw new Refusal(word + " is not allowed", token.origin());
        }
        boolean call = reading.token(i + 1).is("(");
        if (word.equals("FROM")) {
            frame.from = frame.expecting = isClause(i, frame);
        } else if (word.equals("JOIN") || word.equals("STRAIGHT_JOIN") || word.equals("APPLY")) {
            frame.from = frame.expecting = true;
        } else if (ENDING.contains(word) && !call
                || word.equals("SELECT")
                || word.equals("WHERE")
                || word.equals("HAVING")) {
            frame.from = false;
            frame.select |= word.equals("SELECT");
        }
    }

    private boolean isClause(int i, Frame frame) {
        boolean distinct = reading.token(i - 1).word().equals("DISTINCT")
                && Set.of("IS", "NOT").contains(reading.token(i - 2).word());
        return !distinct && (frame.select || !FUNCTIONS_WITH_FROM.contains(frame.function));
    }

    /** Index of the last token that belongs to the name. */
    private int item(int i, Frame frame) throws Refusal {
        Token token = reading.token(i);
        String word = token.word();
        if (word.equals("LATERAL")) {
            return i;
        }
        frame.expecting = false;
        if (word.equals("SELECT") || word.equals("WITH") || word.equals("VALUES")) {
            frame.from = false;
            frame.select = word.equals("SELECT");
            return i;
        }
        if (!token.isName() || never.contains(word) || word.equals("ONLY")) {
            throw new Refusal("A table was expected here, not " + token.image(), token.origin());
        }
        int last = i;
        while (reading.token(last + 1).is(".") && reading.token(last + 2).isName()) {
            last += 2;
        }
        if (!reading.token(last + 1).is("(")) {
            starts.add(token.start());
        }
        return last;
    }
}
