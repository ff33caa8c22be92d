package dev.karavel.datasource.h2;

import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets only queries pass that an administrator of the database could run without harm: the user of a file mostly is one, and his
 * functions reach files, other databases and other sessions.
 */
final class H2Reading {
    private static final Set<String> BEGINNINGS = Set.of("SELECT", "WITH", "VALUES", "TABLE", "(");
    private static final Set<String> FUNCTIONS = Set.of(
            "ABORT_SESSION",
            "CANCEL_SESSION",
            "CSVREAD",
            "CSVWRITE",
            "CURRVAL",
            "DATABASE_PATH",
            "DB_OBJECT_SQL",
            "DISK_SPACE_USED",
            "FILE_READ",
            "FILE_WRITE",
            "LINK_SCHEMA",
            "LOCK_MODE",
            "LOCK_TIMEOUT",
            "MEMORY_FREE",
            "MEMORY_USED",
            "NEXTVAL",
            "SESSION_ID",
            "SET",
            "SIGNAL");
    /** Pairs of words that change data or take locks within a query. */
    private static final Set<String> PAIRS = Set.of(
            "FINAL TABLE", "NEW TABLE", "OLD TABLE", "NEXT VALUE", "FOR UPDATE", "FOR SHARE", "FOR NO", "FOR KEY");

    private static final Pattern PART = Pattern.compile(
            "'(?:[^']|'')*+'"
                    + "|(?<quoted>\"(?:[^\"]|\"\")*+\"|`(?:[^`]|``)*+`)"
                    + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*+)"
                    + "|(?<hidden>--|/\\*|//|\\$\\$|;|['\"`])"
                    + "|\\s++|.",
            Pattern.DOTALL);

    private H2Reading() {}

    static void check(String sql) {
        String first = "";
        String before = "";
        String word = "";
        Matcher part = PART.matcher(sql);
        while (part.find()) {
            if (part.group("hidden") != null) {
                throw refused("comments, other forms of texts, or more than one statement");
            }
            if (part.group().isBlank()) {
                continue;
            }
            String text = text(part);
            if (text.equals("(") && FUNCTIONS.contains(word)) {
                throw refused("the function " + word);
            }
            if (part.group("quoted") != null && before.equals("U&")) {
                throw refused("names in escapes");
            }
            if (first.isEmpty()) {
                first = text;
            }
            if (part.group("word") != null && PAIRS.contains(word + " " + text)) {
                throw refused(word + " " + text);
            }
            before = word + text;
            word = text;
        }
        if (!BEGINNINGS.contains(first)) {
            throw refused("anything but queries");
        }
    }

    private static String text(Matcher part) {
        String text = part.group();
        return (part.group("quoted") == null ? text : text.substring(1, text.length() - 1)).toUpperCase(Locale.ROOT);
    }

    private static WarehouseException refused(String what) {
        return new WarehouseException(Reason.STATEMENT, "Statements to H2 must not hold " + what);
    }
}
