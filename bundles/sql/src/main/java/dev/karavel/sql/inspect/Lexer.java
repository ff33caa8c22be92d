package dev.karavel.sql.inspect;

import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.sql.inspect.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads typed SQL character by character as the warehouse would, and writes it anew so that it can be read in one way only:
 * comments are cut out, texts stand in single quotes, names in the warehouse's first kind of quotes. What a parser and a
 * warehouse may read differently is refused.
 */
final class Lexer {
    private static final int DEEPEST = 60;
    private static final int LONGEST_NAME = 256;
    /** Words a text may follow; behind any other one it would be a type's literal or an alias, and who knows which. */
    private static final Set<String> BEFORE_TEXTS = Set.of(
            ("DATE TIME TIMESTAMP TIMESTAMPTZ INTERVAL DATETIME JSON JSONB UUID DECIMAL AND OR NOT IN LIKE ILIKE WHEN THEN ELSE"
                            + " BETWEEN SELECT FROM SEPARATOR ESCAPE AS BY ZONE REGEXP RLIKE TO LEADING TRAILING BOTH WHERE HAVING"
                            + " CASE DISTINCT VALUE KEY PLACING COLLATE GLOB USING ALL ON XOR SYMMETRIC BINARY NEXT DEFAULT SET"
                            + " LIMIT WITH VALUES RETURN IS KEYS PATH AGAINST VARCHAR CHAR")
                    .split(" "));

    private static final Set<String> SIGNS_AFTER_EXCLAMATION = Set.of("=", "~");

    private final String sql;
    private final SqlSyntax syntax;
    private final Usage usage;
    private final boolean containment;
    private final List<Reading> done = new ArrayList<>();
    private final Deque<Character> open = new ArrayDeque<>();
    private StringBuilder plain = new StringBuilder();
    private List<Token> tokens = new ArrayList<>();
    private int position;

    /** What is read. */
    enum Usage {
        /** No comments and no semicolon. */
        EXPRESSION,
        /** One, perhaps ended by a semicolon. */
        STATEMENT,
        SCRIPT
    }

    /** @param containment whether {@code @>} and {@code <@} are operators, and {@code @} starts no variable */
    Lexer(String sql, SqlSyntax syntax, Usage usage, boolean containment) {
        this.sql = sql;
        this.syntax = syntax;
        this.usage = usage;
        this.containment = containment;
    }

    /** The statements that are not empty. */
    List<Reading> read() throws Refusal {
        while (position < sql.length()) {
            char c = sql.charAt(position);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                plain.append(c);
                position++;
            } else if (syntax.textQuotes().contains(c)) {
                text(c);
            } else if (syntax.nameQuotes().contains(c)) {
                quoted(c);
            } else if (Character.isLetter(c) || c == '_' || Character.isHighSurrogate(c)) {
                word();
            } else if (c >= '0' && c <= '9' || c == '.' && digitAt(position + 1) && !afterName()) {
                number();
            } else {
                sign(c);
            }
        }
        end();
        return done;
    }

    private void sign(char c) throws Refusal {
        switch (c) {
            case '(', '[', '{' -> opening(c);
            case ')', ']', '}' -> closing(c);
            case ';' -> semicolon();
            case '-', '/' -> commentOr(c);
            case '#' -> hash();
            case '$' -> dollar();
            case '@' -> at();
            case '!' -> {
                if (!SIGNS_AFTER_EXCLAMATION.contains(String.valueOf(charAt(position + 1)))) {
                    throw refusal("The character ! is not allowed here");
                }
                take(Kind.SIGN, position + 1);
            }
            case ':' -> colon();
            case '+', '*', '%', '=', '<', '>', '|', '&', '^', '~', ',', '.' -> take(Kind.SIGN, position + 1);
            default ->
                throw refusal(
                        c < ' ' || c > 126
                                ? "An unusual character is not allowed outside of text"
                                : "The character " + c + " is not allowed outside of text");
        }
    }

    private void word() throws Refusal {
        int at = position;
        while (at < sql.length()) {
            int c = sql.codePointAt(at);
            if (!Character.isLetterOrDigit(c) && c != '_') {
                break;
            }
            at += Character.charCount(c);
        }
        if (at == position || at - position > LONGEST_NAME) {
            throw refusal("An unusual character or a very long name is not allowed");
        }
        char next = charAt(at);
        boolean prefix = next == '\'' || next == '&' && charAt(at + 1) == '\'';
        String word = sql.substring(position, at);
        if (prefix && !Set.of("DATE", "TIME", "TIMESTAMP", "INTERVAL").contains(word.toUpperCase(Locale.ROOT))) {
            throw refusal("Texts with a prefix are not allowed: " + word + "'…'");
        }
        if (next == '$' || next == '#' || next == '@') {
            throw new Refusal("The character " + next + " is not allowed in a name", at);
        }
        take(Kind.WORD, at);
    }

    private void number() throws Refusal {
        int at = position;
        while (at < sql.length() && (Character.isLetterOrDigit(sql.charAt(at)) || sql.charAt(at) == '.')) {
            boolean exponent = "eE".indexOf(sql.charAt(at)) >= 0 && "+-".indexOf(charAt(at + 1)) >= 0;
            at += exponent ? 2 : 1;
        }
        if (!sql.substring(position, at).matches("[0-9]*\\.?[0-9]*([eE][+-]?[0-9]+)?")) {
            throw refusal("This is no number");
        }
        take(Kind.NUMBER, at);
    }

    private void text(char quote) throws Refusal {
        Token before = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        boolean name = before != null && before.kind() == Kind.QUOTED;
        boolean adjacent = before != null && before.kind() == Kind.TEXT;
        if (name || adjacent || before != null && before.kind() == Kind.WORD && !BEFORE_TEXTS.contains(before.word())) {
            throw refusal("A text is not allowed directly behind " + before.image());
        }
        StringBuilder content = new StringBuilder();
        int at = position + 1;
        while (true) {
            if (at >= sql.length()) {
                throw refusal("A text is not closed");
            }
            char c = sql.charAt(at);
            if (c == 0) {
                throw refusal("Control characters are not allowed");
            }
            if (c == quote) {
                if (charAt(at + 1) != quote) {
                    break;
                }
                at++;
            } else if (c == '\\' && syntax.backslashEscapes()) {
                at++;
                content.append(escaped(charAt(at)));
                at++;
                continue;
            }
            content.append(c);
            at++;
        }
        write(content.toString(), at + 1);
    }

    /** What a backslash and that character mean where a backslash escapes. */
    private String escaped(char c) throws Refusal {
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case '%', '_' -> "\\" + c;
            case '\\', '\'', '"', '.', '-', '/', '(', ')', '[', ']', '{', '}', '+', '*', '?', '^', '$', '|' -> "" + c;
            default -> throw refusal("This backslash is not allowed in a text: \\" + c);
        };
    }

    private void write(String content, int end) {
        String doubled = content.replace("'", "''");
        add(Kind.TEXT, '\'' + (syntax.backslashEscapes() ? doubled.replace("\\", "\\\\") : doubled) + '\'', end);
    }

    private void quoted(char quote) throws Refusal {
        char closing = quote == '[' ? ']' : quote;
        int at = position + 1;
        while (charAt(at) != closing || quote == '"' && charAt(at + 1) == '"') {
            if (at >= sql.length()) {
                throw refusal("A quoted name is not closed");
            }
            char c = sql.charAt(at);
            boolean odd = c < ' ' || c == '`' || c == '\\' && syntax.backslashEscapes();
            if (odd || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.CONTROL) {
                throw new Refusal("This character is not allowed in a quoted name", at);
            }
            at += c == '"' && quote == '"' ? 2 : 1;
        }
        if (at == position + 1 || at - position > LONGEST_NAME) {
            throw refusal("A quoted name is empty or very long");
        }
        String name = sql.substring(position + 1, at);
        char written = syntax.nameQuotes().contains('"') ? '"' : '`';
        if (written != quote && name.indexOf('"') >= 0) {
            throw refusal("This character is not allowed in a quoted name");
        }
        if (charAt(at + 1) == closing && quote != '"') {
            throw refusal("Doubled quotes are not allowed in a name");
        }
        add(Kind.QUOTED, written + name + written, at + 1);
    }

    private void opening(char c) throws Refusal {
        if (c == '{' && "{%#".indexOf(charAt(position + 1)) >= 0) {
            throw refusal("Templates are not allowed here");
        }
        open.push(c == '(' ? ')' : c == '[' ? ']' : '}');
        if (open.size() > DEEPEST) {
            throw refusal("The SQL is nested too deeply");
        }
        take(Kind.SIGN, position + 1);
    }

    private void closing(char c) throws Refusal {
        if (open.isEmpty() || open.pop() != c) {
            throw refusal("A bracket is closed that was not opened");
        }
        take(Kind.SIGN, position + 1);
    }

    private void commentOr(char c) throws Refusal {
        char next = charAt(position + 1);
        boolean line = c == '-' && next == '-';
        if (!line && !(c == '/' && next == '*')) {
            take(Kind.SIGN, position + 1);
            return;
        }
        char third = charAt(position + 2);
        if (line && syntax.hashComments() && third > ' ') {
            throw refusal("A comment needs a space behind its dashes");
        }
        int end = line ? endOfLine() : sql.indexOf("*/", position + 2);
        if (end < 0 || !line && sql.substring(position + 2, end).contains("/*")) {
            throw refusal("A comment is not closed, or holds another one");
        }
        if (!line && ("!+".indexOf(third) >= 0 && end > position + 2 || sql.startsWith("M!", position + 2))) {
            throw refusal("Comments that mean something are not allowed");
        }
        comment(line ? end : end + 2);
    }

    private void comment(int end) throws Refusal {
        if (usage == Usage.EXPRESSION) {
            throw refusal("Comments are not allowed here");
        }
        plain.append(' ');
        position = end;
    }

    private int endOfLine() {
        int end = position;
        while (end < sql.length() && sql.charAt(end) != '\n' && sql.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private void hash() throws Refusal {
        if (syntax.hashComments()) {
            comment(endOfLine());
        } else if (containment && charAt(position + 1) == '>') {
            take(Kind.SIGN, position + 1);
        } else {
            throw refusal("The character # is not allowed outside of text");
        }
    }

    private void at() throws Refusal {
        boolean operator = charAt(position + 1) == '>' || position > 0 && sql.charAt(position - 1) == '<';
        if (!containment || !operator || charAt(position + 1) == '@') {
            throw refusal("Variables are not allowed");
        }
        take(Kind.SIGN, position + 1);
    }

    private void colon() throws Refusal {
        char next = charAt(position + 1);
        boolean cast = next == ':' || position > 0 && sql.charAt(position - 1) == ':';
        if (next == '=' || !cast && (Character.isLetter(next) || next == '_' || next == '"')) {
            throw refusal("Parameters are not allowed");
        }
        take(Kind.SIGN, position + 1);
    }

    private void dollar() throws Refusal {
        int tag = position + 1;
        while (Character.isLetterOrDigit(charAt(tag)) && charAt(tag) < 127 || charAt(tag) == '_') {
            tag++;
        }
        if (!syntax.dollarQuotes() || usage == Usage.EXPRESSION || charAt(tag) != '$' || digitAt(position + 1)) {
            throw refusal("The character $ is not allowed outside of text");
        }
        String mark = sql.substring(position, tag + 1);
        int end = sql.indexOf(mark, tag + 1);
        if (end < 0 || sql.substring(tag + 1, end).indexOf(0) >= 0) {
            throw refusal("A text is not closed");
        }
        write(sql.substring(tag + 1, end), end + mark.length());
    }

    private void semicolon() throws Refusal {
        if (usage == Usage.EXPRESSION) {
            throw refusal("Only one expression is allowed");
        }
        position++;
        end();
    }

    private void end() throws Refusal {
        if (!open.isEmpty()) {
            throw refusal("A bracket is not closed");
        }
        if (!tokens.isEmpty()) {
            if (usage != Usage.SCRIPT && !done.isEmpty()) {
                throw new Refusal("Only one statement is allowed", tokens.get(0).origin());
            }
            int first = tokens.get(0).start();
            String text = plain.substring(first, tokens.get(tokens.size() - 1).end());
            done.add(new Reading(
                    text,
                    tokens.stream()
                            .map(token -> new Token(token.kind(), token.image(), token.start() - first, token.origin()))
                            .toList()));
        }
        plain = new StringBuilder();
        tokens = new ArrayList<>();
    }

    private void take(Kind kind, int end) {
        add(kind, sql.substring(position, end), end);
    }

    private void add(Kind kind, String image, int end) {
        tokens.add(new Token(kind, image, plain.length(), position));
        plain.append(image);
        position = end;
    }

    private boolean afterName() {
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        return last != null && last.isName() && last.end() == plain.length();
    }

    private boolean digitAt(int at) {
        return charAt(at) >= '0' && charAt(at) <= '9';
    }

    private char charAt(int at) {
        return at < sql.length() ? sql.charAt(at) : 0;
    }

    private Refusal refusal(String message) {
        return new Refusal(message, position);
    }
}
