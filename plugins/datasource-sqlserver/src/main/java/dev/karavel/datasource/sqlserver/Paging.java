package dev.karavel.datasource.sqlserver;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OFFSET and FETCH, which need an ORDER BY. Empty values come first here when ascending, last when descending; and a key may be
 * the alias of an output, but not hold it in an expression.
 */
final class Paging {
    /** How a key looks that puts empty values last. */
    private static final Pattern EMPTY_LAST =
            Pattern.compile("CASE WHEN (.+) IS NULL THEN 1 ELSE 0 END, \\1 (ASC|DESC)", Pattern.DOTALL);

    private Paging() {}

    static String page(String statement, List<String> orderBy, int limit, int offset) {
        List<String> keys = new ArrayList<>();
        boolean computed = false;
        boolean outputs = true;
        for (String key : orderBy) {
            Matcher emptyLast = EMPTY_LAST.matcher(key);
            if (!emptyLast.matches()) {
                keys.add(key);
                outputs = false;
            } else if (emptyLast.group(2).equals("DESC")) {
                keys.add(emptyLast.group(1) + " DESC");
                outputs &= isOutput(statement, emptyLast.group(1));
            } else {
                keys.add(key);
                // an output called like its column is that column, in an expression too
                computed |= !statement.contains(emptyLast.group(1) + " AS " + emptyLast.group(1));
                outputs &= isOutput(statement, emptyLast.group(1));
            }
        }
        if (keys.isEmpty()) {
            return limit(statement, limit, offset);
        }
        String asked = computed && outputs ? "SELECT *\nFROM (\n" + statement + "\n) \"paged\"" : statement;
        return fetched(asked + "\nORDER BY " + String.join(", ", keys), limit, offset);
    }

    static String limit(String statement, int limit, int offset) {
        if (limit <= 0 && offset <= 0) {
            return statement;
        }
        OuterWords words = OuterWords.of(statement);
        if (words.contains("ORDER")) {
            return fetched(statement, limit, offset);
        }
        // what is combined or made distinct can be ordered by its columns only
        boolean byColumn = words.contains("UNION", "EXCEPT", "INTERSECT", "DISTINCT");
        return fetched(statement + "\nORDER BY " + (byColumn ? "1" : "(SELECT NULL)"), limit, offset);
    }

    private static String fetched(String ordered, int limit, int offset) {
        if (limit <= 0 && offset <= 0) {
            return ordered;
        }
        String skipped = ordered + "\nOFFSET " + Math.max(0, offset) + " ROWS";
        return limit > 0 ? skipped + " FETCH NEXT " + limit + " ROWS ONLY" : skipped;
    }

    private static boolean isOutput(String statement, String name) {
        return name.startsWith("\"") && OuterWords.of(statement).names(name);
    }
}
