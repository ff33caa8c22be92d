package dev.karavel.sql.inspect;

import dev.karavel.api.sql.SqlInspection.Kind;
import dev.karavel.spi.data.SqlSyntax;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.drop.Drop;
import net.sf.jsqlparser.statement.select.Select;

/** Reads one text in one kind of warehouse: by our lexer, the parser, and a scan of the words; all have to agree. */
final class Prover {
    private static final Map<String, Kind> CHANGES = Map.of(
            "Insert", Kind.INSERT,
            "Update", Kind.UPDATE,
            "Delete", Kind.DELETE,
            "Merge", Kind.MERGE,
            "CreateTable", Kind.CREATE,
            "CreateView", Kind.CREATE,
            "CreateIndex", Kind.CREATE,
            "Alter", Kind.ALTER,
            "Drop", Kind.DROP,
            "Truncate", Kind.TRUNCATE);
    private static final Set<String> DROPPED = Set.of("TABLE", "VIEW", "INDEX");
    private static final Set<String> READING = Set.of("SELECT", "WITH", "VALUES");

    private final AllowedFunctions functions;
    private final Permissions permissions;

    Prover(AllowedFunctions functions, Set<String> deniedTables, SqlSyntax syntax) {
        this.functions = functions;
        permissions = new Permissions(functions, deniedTables, syntax);
    }

    /** @param changes whether it may be a statement that changes something */
    Proof prove(Reading reading, Syntax asked, boolean changes) throws Refusal {
        refuseDenied(reading);
        Token first = reading.token(0);
        boolean statement = asked != Syntax.EXPRESSION;
        if (statement && !changes && !first.is("(") && !READING.contains(first.word())) {
            throw new Refusal("Only SELECT statements are allowed, not " + first.image(), first.origin());
        }
        try {
            Object tree = parse(reading, statement);
            Kind kind = statement ? kind(tree, changes, first) : Kind.SELECT;
            Syntax syntax = kind == Kind.SELECT ? asked : Syntax.CHANGE;
            SyntaxWalk walk = new SyntaxWalk(permissions, syntax, reading);
            walk.visit(tree);
            agree(walk.places(), new TableScan(reading, syntax).read(), reading, syntax);
            OuterLimit limit = OuterLimit.of(reading);
            return new Proof(reading.sql(), first.origin(), kind, walk.tables(), walk.given(), limit);
        } catch (StackOverflowError e) {
            // the parser and the walk are as deep as what was typed
            throw new Refusal("The SQL is nested too deeply");
        }
    }

    /** Whatever the parser takes a name for. */
    private void refuseDenied(Reading reading) throws Refusal {
        for (int i = 0; i < reading.tokens().size(); i++) {
            Token token = reading.token(i);
            if (token.isName() && reading.token(i + 1).is("(") && functions.isDenied(token)) {
                throw new Refusal("Function " + token.name() + " is on the list of denied functions", token.origin());
            }
        }
    }

    private static Kind kind(Object tree, boolean changes, Token first) throws Refusal {
        if (tree instanceof Select) {
            return Kind.SELECT;
        }
        if (!changes) {
            throw new Refusal("Only SELECT statements are allowed", first.origin());
        }
        Kind kind = tree == null ? null : CHANGES.get(tree.getClass().getSimpleName());
        boolean dropped = !(tree instanceof Drop drop)
                || DROPPED.contains(String.valueOf(drop.getType()).toUpperCase());
        if (kind == null || !dropped) {
            throw new Refusal("This kind of statement is not allowed: " + first.image(), first.origin());
        }
        return kind;
    }

    private static void agree(Set<Integer> parsed, Set<Integer> scanned, Reading reading, Syntax syntax)
            throws Refusal {
        boolean same = syntax == Syntax.CHANGE ? parsed.containsAll(scanned) : parsed.equals(scanned);
        if (!same) {
            int odd = scanned.stream()
                    .filter(place -> !parsed.contains(place))
                    .findFirst()
                    .or(() -> parsed.stream()
                            .filter(place -> !scanned.contains(place))
                            .findFirst())
                    .orElse(0);
            throw new Refusal("It is not certain which tables are read", reading.origin(odd));
        }
    }

    private static Object parse(Reading reading, boolean statement) throws Refusal {
        try {
            CCJSqlParser parser = new CCJSqlParser(reading.sql()).withAllowComplexParsing(true);
            net.sf.jsqlparser.parser.Token before = parser.token;
            Object tree = statement ? parser.Statement() : parser.Expression();
            net.sf.jsqlparser.parser.Token next = parser.getNextToken();
            if (next.kind != CCJSqlParserConstants.EOF) {
                String one = statement ? "Only one statement is allowed" : "Only one expression is allowed";
                throw new Refusal(one, reading.origin(next.absoluteBegin - 1));
            }
            agree(reading, before.next);
            return tree;
        } catch (ParseException e) {
            int place =
                    e.currentToken == null || e.currentToken.next == null ? -1 : e.currentToken.next.absoluteBegin - 1;
            throw new Refusal("The SQL is not understood", place < 0 ? -1 : reading.origin(place));
        } catch (TokenMgrException e) {
            throw new Refusal("The SQL is not understood");
        } catch (RuntimeException e) {
            // the parser's own objects complain in this way of names they do not like
            throw new Refusal("The SQL is not understood");
        }
    }

    /** The parser has to see the same texts and quoted names, and to leave nothing out: it knows comments that we do not. */
    private static void agree(Reading reading, net.sf.jsqlparser.parser.Token first) throws Refusal {
        int read = 0;
        net.sf.jsqlparser.parser.Token token = first;
        for (; token != null && token.kind != CCJSqlParserConstants.EOF; token = token.next) {
            int start = token.absoluteBegin - 1;
            int index = reading.at(start);
            boolean same = index >= 0
                    && start >= read
                    && reading.sql().substring(read, start).isBlank();
            if (same && isQuoted(reading.token(index))) {
                same = reading.token(index).image().equals(token.image);
            } else {
                same &= token.image.chars().noneMatch(c -> c == '\'' || c == '"' || c == '`');
            }
            if (!same) {
                throw new Refusal("It is not certain how this is read", reading.origin(read));
            }
            read = start + token.image.length();
        }
        if (!reading.sql().substring(read).isBlank()) {
            throw new Refusal("It is not certain how this is read", reading.origin(read));
        }
    }

    private static boolean isQuoted(Token token) {
        return token.kind() == Token.Kind.TEXT || token.kind() == Token.Kind.QUOTED;
    }

    /** What was read last, said for a list of readings. */
    static Reading only(List<Reading> readings) throws Refusal {
        if (readings.isEmpty()) {
            throw new Refusal("The SQL is empty");
        }
        return readings.get(0);
    }
}
