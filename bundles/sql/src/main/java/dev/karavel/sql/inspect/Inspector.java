package dev.karavel.sql.inspect;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.SqlInspection.Kind;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.TableName;
import dev.karavel.sql.inspect.Lexer.Usage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets typed SQL pass only when it is proven harmless. Safe for several threads; remembers what it let pass. */
public final class Inspector {
    private static final int LONGEST_EXPRESSION = 20_000;
    private static final int LONGEST_STATEMENT = 200_000;
    private static final int LONGEST_REMEMBERED = 20_000;
    private static final int REMEMBERED = 2_000;
    private static final Set<String> WITH_CONTAINMENT = Set.of("postgresql", "duckdb", "redshift");

    private final AllowedFunctions functions;
    private final Set<String> deniedTables;
    private final Map<Asked, Proof> proven = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Proof> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Asked(String sql, Usage usage, String dialect, SqlSyntax syntax) {}

    private interface Question<T> {
        T ask() throws Refusal;
    }

    /** @param additional functions allowed besides those we know */
    public Inspector(Collection<String> additional) {
        this(additional, List.of(), List.of());
    }

    /**
     * @param deniedFunctions that nobody may call, whatever else allows them
     * @param deniedTables that nobody may read, with or without their schema
     */
    public Inspector(
            Collection<String> additional, Collection<String> deniedFunctions, Collection<String> deniedTables) {
        functions = new AllowedFunctions(additional, plain(deniedFunctions));
        this.deniedTables = plain(deniedTables);
    }

    private static Set<String> plain(Collection<String> names) {
        return names.stream()
                .map(name -> name.trim().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * One expression without sub-queries. What is returned stays within the parentheses it is put into.
     *
     * @param field of the request, named when it is refused
     * @throws KaravelException STATEMENT_REFUSED
     */
    public String expression(String sql, String field, Dialect dialect) {
        return asked(sql, field, () -> proof(sql, Usage.EXPRESSION, dialect)).sql();
    }

    /**
     * One SELECT statement, without comments and semicolon.
     *
     * @throws KaravelException STATEMENT_REFUSED
     */
    public String select(String sql, String field, Dialect dialect) {
        return select(sql, field, dialect, Map.of());
    }

    /** The statement, reading only those rows of tables for which all their conditions hold. */
    public String select(String sql, String field, Dialect dialect, Map<TableName, List<String>> rules) {
        return bounded(sql, field, dialect, rules, 0);
    }

    /** Also with at most so many rows; 0 for no limit. */
    public String bounded(String sql, String field, Dialect dialect, Map<TableName, List<String>> rules, int mostRows) {
        return restricted(
                asked(sql, field, () -> proof(sql, Usage.STATEMENT, dialect)), sql, field, dialect, rules, mostRows);
    }

    /** Also for a statement that changes something, which has no limit and may not touch tables with rules. */
    String restricted(
            Proof proof, String sql, String field, Dialect dialect, Map<TableName, List<String>> rules, int mostRows) {
        Map<TableName, List<String>> inspected = new LinkedHashMap<>();
        rules.forEach((table, conditions) -> inspected.put(
                table,
                conditions.stream()
                        .map(condition -> expression(condition, "row_rules", dialect))
                        .toList()));
        return asked(sql, field, () -> {
            List<Edit> edits =
                    new ArrayList<>(inspected.isEmpty() ? List.of() : new RowRules(inspected, dialect).edits(proof));
            if (proof.kind() == Kind.SELECT) {
                proof.limit().tightening(mostRows).ifPresent(edits::add);
            }
            String allowed = Edit.applied(proof.sql(), edits);
            return switch (proof.kind()) {
                case SELECT -> proof.limit().added(allowed, mostRows, dialect);
                case EXPLAIN -> dialect.explain(allowed).orElseThrow();
                default -> allowed;
            };
        });
    }

    /** The statement with each name of a table that names no schema put into this one. */
    static String inSchema(Proof proof, String schema, Dialect dialect) {
        List<Edit> edits = proof.tables().stream()
                .filter(use -> use.parts().size() == 1)
                .map(use -> new Edit(use.start(), use.start(), dialect.quote(schema) + "."))
                .toList();
        String sql = Edit.applied(proof.sql(), edits);
        return proof.kind() == Kind.EXPLAIN ? dialect.explain(sql).orElseThrow() : sql;
    }

    /** The tables it reads, as the warehouse knows them. */
    public Set<TableName> tables(String sql, String field, Dialect dialect) {
        Proof proof = asked(sql, field, () -> proof(sql, Usage.STATEMENT, dialect));
        SqlSyntax syntax = dialect.syntax();
        Set<TableName> names = new LinkedHashSet<>();
        proof.tables().forEach(use -> names.add(use.name(syntax)));
        return names;
    }

    /** The statements of a script, each of which passes. */
    List<Proof> script(String sql, String field, Dialect dialect, boolean changes) {
        return asked(sql, field, () -> {
            List<Proof> proofs = new ArrayList<>();
            Prover prover = new Prover(functions, deniedTables, dialect.syntax());
            for (Reading reading : lexer(sql, Usage.SCRIPT, dialect).read()) {
                Optional<Reading> explained = Openings.explained(reading, dialect);
                proofs.add(
                        explained.isPresent()
                                ? prover.prove(Openings.spelledOut(explained.get()), Syntax.STATEMENT, false)
                                        .explained()
                                : prover.prove(Openings.spelledOut(reading), Syntax.STATEMENT, changes));
            }
            return proofs;
        });
    }

    private <T> T asked(String sql, String field, Question<T> question) {
        try {
            return question.ask();
        } catch (Refusal e) {
            KaravelException refused = new KaravelException(ErrorCode.STATEMENT_REFUSED, field, e.said(sql), e);
            throw e.place(sql).map(refused::at).orElse(refused);
        }
    }

    private Proof proof(String sql, Usage usage, Dialect dialect) throws Refusal {
        Asked key = new Asked(sql, usage, dialect.id(), dialect.syntax());
        synchronized (proven) {
            Proof known = proven.get(key);
            if (known != null) {
                return known;
            }
        }
        Reading typed = Prover.only(lexer(sql, usage, dialect).read());
        Reading reading = usage == Usage.EXPRESSION ? typed : Openings.spelledOut(typed);
        Syntax asked = usage == Usage.EXPRESSION ? Syntax.EXPRESSION : Syntax.STATEMENT;
        Proof proof = new Prover(functions, deniedTables, key.syntax()).prove(reading, asked, false);
        if (sql.length() <= LONGEST_REMEMBERED) {
            synchronized (proven) {
                proven.put(key, proof);
            }
        }
        return proof;
    }

    private static Lexer lexer(String sql, Usage usage, Dialect dialect) throws Refusal {
        if (sql.length() > (usage == Usage.EXPRESSION ? LONGEST_EXPRESSION : LONGEST_STATEMENT)) {
            throw new Refusal("The SQL is too long");
        }
        return new Lexer(sql, dialect.syntax(), usage, WITH_CONTAINMENT.contains(dialect.id()));
    }
}
