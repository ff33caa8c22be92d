package dev.karavel.spi.data;

import java.util.Set;

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
        return new SqlSyntax(
                quotes,
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

    public SqlSyntax withTextQuotes(Set<Character> quotes) {
        return new SqlSyntax(
                nameQuotes,
                quotes,
                backslashEscapes,
                hashComments,
                dollarQuotes,
                folding,
                quotedNamesIgnoreCase,
                functions,
                systemSchemas,
                systemTables);
    }

    public SqlSyntax withReading(boolean backslash, boolean hash, boolean dollar) {
        return new SqlSyntax(
                nameQuotes,
                textQuotes,
                backslash,
                hash,
                dollar,
                folding,
                quotedNamesIgnoreCase,
                functions,
                systemSchemas,
                systemTables);
    }

    public SqlSyntax withNames(Folding unquoted, boolean quotedIgnoreCase) {
        return new SqlSyntax(
                nameQuotes,
                textQuotes,
                backslashEscapes,
                hashComments,
                dollarQuotes,
                unquoted,
                quotedIgnoreCase,
                functions,
                systemSchemas,
                systemTables);
    }

    public SqlSyntax withFunctions(Set<String> names) {
        return new SqlSyntax(
                nameQuotes,
                textQuotes,
                backslashEscapes,
                hashComments,
                dollarQuotes,
                folding,
                quotedNamesIgnoreCase,
                names,
                systemSchemas,
                systemTables);
    }

    public SqlSyntax withSystemSchemas(Set<String> names) {
        return new SqlSyntax(
                nameQuotes,
                textQuotes,
                backslashEscapes,
                hashComments,
                dollarQuotes,
                folding,
                quotedNamesIgnoreCase,
                functions,
                names,
                systemTables);
    }

    public SqlSyntax withSystemTables(Set<String> beginnings) {
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
                beginnings);
    }
}
