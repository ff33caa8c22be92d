package dev.karavel.sql.inspect;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads typed SQL character by character and refuses all that a parser and a warehouse may read differently: what remains has
 * the same strings, names and parentheses for both, so that it cannot leave the place it is put into.
 */
final class Lexer {
    private static final int DEEPEST = 60;
    /** E'…', N'…', X'…', U&'…': prefixes that change how the literal is read. */
    private static final int LONGEST_PREFIX = 2;

    private final String sql;
    private final boolean comments;
    private final boolean backslashEscapes;
    private final StringBuilder plain = new StringBuilder();
    private final Deque<Character> open = new ArrayDeque<>();
    private int position;

    /**
     * @param comments whether they are cut out; else they are refused
     * @param backslashEscapes whether the warehouse reads a backslash in a string as an escape
     */
    Lexer(String sql, boolean comments, boolean backslashEscapes) {
        this.sql = sql;
        this.comments = comments;
        this.backslashEscapes = backslashEscapes;
    }

    String read() throws Refusal {
        while (position < sql.length()) {
            char c = sql.charAt(position);
            switch (c) {
                case '\'' -> string();
                case '"' -> quoted();
                case '(', '[', '{' -> opening(c);
                case ')', ']', '}' -> closing(c);
                case '-', '/' -> commentOr(c);
                case ';' -> end();
                case '`', '\\', '$', '#' -> throw new Refusal("The character " + c + " is not allowed outside of text");
                default -> other(c);
            }
        }
        if (!open.isEmpty()) {
            throw new Refusal("A bracket is not closed");
        }
        return plain.toString().trim();
    }

    private void string() throws Refusal {
        int start = plain.length();
        while (start > 0 && Character.isJavaIdentifierPart(plain.charAt(start - 1))
                || start > 0 && plain.charAt(start - 1) == '&') {
            start--;
        }
        int prefix = plain.length() - start;
        if (prefix > 0 && prefix <= LONGEST_PREFIX) {
            throw new Refusal("Texts with a prefix are not allowed: " + plain.substring(start) + "'…'");
        }
        int end = closing('\'', "A text is not closed");
        String text = sql.substring(position, end);
        if (backslashEscapes && text.indexOf('\\') >= 0) {
            throw new Refusal("A backslash is not allowed in a text");
        }
        take(end);
    }

    private void quoted() throws Refusal {
        take(closing('"', "A quoted name is not closed"));
    }

    /** Behind the closing quote; a doubled one is part of the text. */
    private int closing(char quote, String otherwise) throws Refusal {
        int at = position + 1;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == 0) {
                throw new Refusal("Control characters are not allowed");
            }
            if (c == quote) {
                if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                    at++;
                } else {
                    return at + 1;
                }
            }
            at++;
        }
        throw new Refusal(otherwise);
    }

    private void opening(char c) throws Refusal {
        if (c == '{' && position + 1 < sql.length() && "{%#".indexOf(sql.charAt(position + 1)) >= 0) {
            throw new Refusal("Templates are not allowed here");
        }
        open.push(c == '(' ? ')' : c == '[' ? ']' : '}');
        if (open.size() > DEEPEST) {
            throw new Refusal("The SQL is nested too deeply");
        }
        take(position + 1);
    }

    private void closing(char c) throws Refusal {
        if (open.isEmpty() || open.pop() != c) {
            throw new Refusal("A bracket is closed that was not opened");
        }
        take(position + 1);
    }

    private void commentOr(char c) throws Refusal {
        char next = position + 1 < sql.length() ? sql.charAt(position + 1) : ' ';
        boolean line = c == '-' && next == '-';
        if (!line && !(c == '/' && next == '*')) {
            take(position + 1);
            return;
        }
        if (!comments) {
            throw new Refusal("Comments are not allowed here");
        }
        int end = line ? endOfLine() : sql.indexOf("*/", position + 2);
        if (end < 0 || !line && sql.substring(position + 2, end).contains("/*")) {
            throw new Refusal("A comment is not closed, or holds another one");
        }
        plain.append(' ');
        position = line ? end : end + 2;
    }

    private int endOfLine() {
        int end = position;
        while (end < sql.length() && sql.charAt(end) != '\n' && sql.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private void end() throws Refusal {
        if (!comments || !sql.substring(position + 1).isBlank()) {
            throw new Refusal("Only one statement or expression is allowed");
        }
        position = sql.length();
    }

    private void other(char c) throws Refusal {
        boolean known =
                c > ' ' && c < 127 || c == ' ' || c == '\n' || c == '\r' || c == '\t' || Character.isLetterOrDigit(c);
        if (!known && !Character.isSurrogate(c)) {
            throw new Refusal("An unusual character is not allowed outside of text");
        }
        take(position + 1);
    }

    private void take(int end) {
        plain.append(sql, position, end);
        position = end;
    }
}
