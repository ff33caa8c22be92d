package dev.karavel.spi.data;

import java.util.Set;
import java.util.function.Consumer;

/**
 * How a warehouse reads the text of a statement. The host reads typed SQL the same way before it lets it pass, so say what the
 * warehouse does with its default settings as this plugin connects; where in doubt, what is stricter.
 *
 * @param nameQuotes opening quotes of names: {@code "}, {@code `}, {@code [}
 * @param textQuotes quotes of texts: {@code '}, and where the warehouse takes it so {@code "}
 * @param backslashEscapes whether a backslash in a text escapes what follows
 * @param hashComments whether {@code #} starts a comment
 * @param dollarQuotes whether {@code $tag$…$tag$} is a text
 * @param folding what becomes of names that are not quoted
 * @param quotedNamesIgnoreCase whether {@code "Sales"} and {@code "SALES"} are the same table
 * @param functions in lower case, besides those every dialect has: ones that compute from their arguments alone, and neither read
 *     tables, files, settings or other servers, nor wait, nor write
 * @param systemSchemas in lower case: schemas (or catalogs) whose tables nobody may read
 * @param systemTables in lower case: how tables begin that nobody may read, in whichever schema they seem to be
 */
public record SqlSyntax(
        Set<Character> nameQuotes,
        Set<Character> textQuotes,
        boolean backslashEscapes,
        boolean hashComments,
        boolean dollarQuotes,
        Folding folding,
        boolean quotedNamesIgnoreCase,
        Set<String> functions,
        Set<String> systemSchemas,
        Set<String> systemTables) {
    /** What becomes of names that are not quoted. */
    public enum Folding {
        UPPER,
        LOWER,
        /** As written, and compared letter by letter. */
        NONE,
        /** As written, and compared ignoring case. */
        IGNORED
    }

    public SqlSyntax {
        nameQuotes = Set.copyOf(nameQuotes);
        textQuotes = Set.copyOf(textQuotes);
        functions = Set.copyOf(functions);
        systemSchemas = Set.copyOf(systemSchemas);
        systemTables = Set.copyOf(systemTables);
    }

    /** As SQL:2016 has it; names are compared ignoring case to be on the safe side. */
    public static SqlSyntax standard() {
        return new SqlSyntax(
                Set.of('"'),
                Set.of('\''),
                false,
                false,
                false,
                Folding.IGNORED,
                true,
                Set.of(),
                Set.of("information_schema"),
                Set.of());
    }

    public SqlSyntax withNameQuotes(Set<Character> quotes) {
        return with(draft -> draft.nameQuotes = quotes);
    }

    public SqlSyntax withTextQuotes(Set<Character> quotes) {
        return with(draft -> draft.textQuotes = quotes);
    }

    public SqlSyntax withReading(boolean backslash, boolean hash, boolean dollar) {
        return with(draft -> {
            draft.backslashEscapes = backslash;
            draft.hashComments = hash;
            draft.dollarQuotes = dollar;
        });
    }

    public SqlSyntax withNames(Folding unquoted, boolean quotedIgnoreCase) {
        return with(draft -> {
            draft.folding = unquoted;
            draft.quotedNamesIgnoreCase = quotedIgnoreCase;
        });
    }

    public SqlSyntax withFunctions(Set<String> names) {
        return with(draft -> draft.functions = names);
    }

    public SqlSyntax withSystemSchemas(Set<String> names) {
        return with(draft -> draft.systemSchemas = names);
    }

    public SqlSyntax withSystemTables(Set<String> beginnings) {
        return with(draft -> draft.systemTables = beginnings);
    }

    private SqlSyntax with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    private static final class Draft {
        private Set<Character> nameQuotes;
        private Set<Character> textQuotes;
        private boolean backslashEscapes;
        private boolean hashComments;
        private boolean dollarQuotes;
        private Folding folding;
        private boolean quotedNamesIgnoreCase;
        private Set<String> functions;
        private Set<String> systemSchemas;
        private Set<String> systemTables;

        Draft(SqlSyntax from) {
            nameQuotes = from.nameQuotes;
            textQuotes = from.textQuotes;
            backslashEscapes = from.backslashEscapes;
            hashComments = from.hashComments;
            dollarQuotes = from.dollarQuotes;
            folding = from.folding;
            quotedNamesIgnoreCase = from.quotedNamesIgnoreCase;
            functions = from.functions;
            systemSchemas = from.systemSchemas;
            systemTables = from.systemTables;
        }

        SqlSyntax done() {
            return new SqlSyntax(
                    nameQuotes,
                    textQuotes,
                    backslashEscapes,
                    hashComments,
                    dollarQuotes,
                    folding,
                    quotedNamesIgnoreCase,
                    functions,
                    systemSchemas,
                    systemTables);
        }
    }
}
