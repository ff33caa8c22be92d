package dev.karavel.datasource.sqlserver;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The words of a statement that stand in no parentheses, texts or comments; names among them as they are quoted. */
final class OuterWords {
    private final String sql;
    private final Set<String> words = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private int depth;

    private OuterWords(String sql) {
        this.sql = sql;
    }

    static OuterWords of(String sql) {
        OuterWords words = new OuterWords(sql);
        words.read();
        return words;
    }

    boolean contains(String... any) {
        for (String word : any) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an output is called so, with its quotes. */
    boolean names(String quoted) {
        return names.contains(quoted);
    }

    private void read() {
        int at = 0;
        String before = "";
        while (at < sql.length()) {
            char c = sql.charAt(at);
            int end = end(at);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (depth == 0 && Character.isLetter(c)) {
                before = sql.substring(at, end).toUpperCase(Locale.ROOT);
                words.add(before);
            } else if (depth == 0 && c == '"' && before.equals("AS")) {
                names.add(sql.substring(at, end));
            }
            at = end;
        }
    }

    /** Behind what begins there. */
    private int end(int start) {
        char c = sql.charAt(start);
        if (c == '\'' || c == '"' || c == '[') {
            return quoted(start, c == '[' ? ']' : c);
        }
        if (sql.startsWith("--", start)) {
            return found("\n", start + 2);
        }
        if (sql.startsWith("/*", start)) {
            return found("*/", start + 2);
        }
        int end = start + 1;
        while (Character.isLetter(c) && end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private int quoted(int start, char quote) {
        int at = start + 1;
        while (at < sql.length()) {
            if (sql.charAt(at) == quote) {
                if (at + 1 >= sql.length() || sql.charAt(at + 1) != quote) {
                    return at + 1;
                }
                at++;
            }
            at++;
        }
        return sql.length();
    }

    private int found(String mark, int from) {
        int at = sql.indexOf(mark, from);
        return at < 0 ? sql.length() : at + mark.length();
    }
}
