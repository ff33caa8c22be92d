package dev.karavel.sql.inspect;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Dialect;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.select.Select;

/** Lets typed SQL pass only when it is proven harmless. Safe for several threads; remembers what it let pass. */
public final class Inspector {
    private static final int LONGEST_EXPRESSION = 20_000;
    private static final int LONGEST_STATEMENT = 200_000;
    private static final int REMEMBERED = 2_000;

    private final AllowedFunctions functions;
    private final Map<Proven, String> proven = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Proven, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Proven(String sql, Syntax syntax, boolean backslashEscapes) {}

    /** @param additional functions allowed besides those we know */
    public Inspector(Collection<String> additional) {
        functions = new AllowedFunctions(additional);
    }

    /**
     * One expression without sub-queries. What is returned stays within the parentheses it is put into.
     *
     * @param field of the request, named when it is refused
     * @throws KaravelException STATEMENT_REFUSED
     */
    public String expression(String sql, String field, Dialect dialect) {
        return inspect(sql, Syntax.EXPRESSION, field, dialect);
    }

    /**
     * One SELECT statement, without comments and semicolon.
     *
     * @throws KaravelException STATEMENT_REFUSED
     */
    public String select(String sql, String field, Dialect dialect) {
        return inspect(sql, Syntax.STATEMENT, field, dialect);
    }

    private String inspect(String sql, Syntax syntax, String field, Dialect dialect) {
        Proven key = new Proven(sql, syntax, dialect.literal("\\").length() > 3);
        synchronized (proven) {
            String known = proven.get(key);
            if (known != null) {
                return known;
            }
        }
        String plain;
        try {
            plain = prove(key);
        } catch (Refusal e) {
            throw new KaravelException(ErrorCode.STATEMENT_REFUSED, field, e.getMessage(), e);
        }
        synchronized (proven) {
            proven.put(key, plain);
        }
        return plain;
    }

    private String prove(Proven asked) throws Refusal {
        boolean statement = asked.syntax() == Syntax.STATEMENT;
        if (asked.sql().length() > (statement ? LONGEST_STATEMENT : LONGEST_EXPRESSION)) {
            throw new Refusal("The SQL is too long");
        }
        String plain = new Lexer(asked.sql(), statement, asked.backslashEscapes()).read();
        if (plain.isEmpty()) {
            throw new Refusal("The SQL is empty");
        }
        try {
            Object tree = parse(plain, statement);
            if (statement && !(tree instanceof Select)) {
                throw new Refusal("Only SELECT statements are allowed");
            }
            new SyntaxWalk(functions, asked.syntax()).visit(tree);
        } catch (StackOverflowError e) {
            // the parser and the walk are as deep as what was typed
            throw new Refusal("The SQL is nested too deeply");
        }
        return plain;
    }

    private static Object parse(String sql, boolean statement) throws Refusal {
        try {
            CCJSqlParser parser = new CCJSqlParser(sql).withAllowComplexParsing(true);
            Object tree = statement ? parser.Statement() : parser.Expression();
            if (parser.getNextToken().kind != CCJSqlParserConstants.EOF) {
                throw new Refusal(statement ? "Only one statement is allowed" : "Only one expression is allowed");
            }
            return tree;
        } catch (ParseException | TokenMgrException e) {
            throw new Refusal("The SQL is not understood");
        }
    }
}
