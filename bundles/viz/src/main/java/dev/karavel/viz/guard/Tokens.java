package dev.karavel.viz.guard;

import dev.karavel.viz.guard.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Cuts a script into tokens: as exactly as it takes to find its loops, so texts, templates, comments and regular expressions are
 * told from code.
 */
final class Tokens {
    private static final Set<String> BEFORE_EXPRESSION = Set.of(
            "return",
            "typeof",
            "instanceof",
            "in",
            "of",
            "new",
            "delete",
            "void",
            "throw",
            "case",
            "do",
            "else",
            "yield",
            "await");
    private static final Set<String> BEFORE_PARENTHESIS = Set.of("if", "while", "for", "with");

    private enum Open {
        /** A parenthesis behind if, while, for or with: what follows its end begins a statement. */
        HEAD,
        GROUP,
        BLOCK,
        OBJECT,
        TEMPLATE
    }

    private final String script;
    private final List<Token> found = new ArrayList<>();
    private final StringBuilder bare = new StringBuilder();
    private int copied;
    private final Deque<Open> open = new ArrayDeque<>();
    private boolean divides;
    private int at;

    private Tokens(String script) {
        this.script = script;
    }

    static List<Token> of(String script) {
        Tokens tokens = new Tokens(script);
        while (tokens.at < script.length()) {
            tokens.next();
        }
        return tokens.found;
    }

    /** The script as machines read it: without comments, each line where it was. Licences ({@code /*!}) stay. */
    static String withoutComments(String script) {
        Tokens tokens = new Tokens(script);
        while (tokens.at < script.length()) {
            tokens.next();
        }
        return tokens.bare.append(script, tokens.copied, script.length()).toString();
    }

    private void next() {
        char letter = script.charAt(at);
        if (Character.isWhitespace(letter) || letter == '\uFEFF') {
            at++;
        } else if (script.startsWith("//", at)) {
            comment(lineEnd(at));
        } else if (script.startsWith("/*", at)) {
            int end = script.indexOf("*/", at + 2);
            comment(end < 0 ? script.length() : end + 2);
        } else if (letter == '"' || letter == '\'') {
            literal(quoted(at, letter));
        } else if (letter == '`') {
            template(at + 1);
        } else if (letter == '/' && !divides) {
            literal(expression(at));
        } else if (word(letter)) {
            word();
        } else {
            sign(letter);
        }
    }

    private void comment(int end) {
        if (!script.startsWith("!", at + 2)) {
            bare.append(script, copied, at).append(' ');
            script.substring(at, end).chars().filter(letter -> letter == '\n').forEach(line -> bare.append('\n'));
            copied = end;
        }
        at = end;
    }

    private void literal(int end) {
        add(Kind.LITERAL, end);
        divides = true;
    }

    private void word() {
        int end = at + 1;
        while (end < script.length() && word(script.charAt(end))) {
            end++;
        }
        String text = script.substring(at, end);
        boolean property = last(1, ".");
        add(Kind.WORD, end);
        divides = property || !BEFORE_EXPRESSION.contains(text);
    }

    private void sign(char letter) {
        Token before = found.isEmpty() ? null : found.get(found.size() - 1);
        // i++ / 2: what was counted up is a value
        boolean twice = (letter == '+' || letter == '-')
                && before != null
                && before.is(String.valueOf(letter))
                && before.end() == at;
        boolean divided = false;
        switch (letter) {
            case '(' -> open.push(heads(before) ? Open.HEAD : Open.GROUP);
            case '{' -> open.push(beginsObject(before) ? Open.OBJECT : Open.BLOCK);
            case ')' -> divided = pop() != Open.HEAD;
            case ']' -> divided = true;
            case '}' -> {
                Open closed = pop();
                if (closed == Open.TEMPLATE) {
                    template(at + 1);
                    return;
                }
                divided = closed == Open.OBJECT;
            }
            default -> divided = twice;
        }
        add(Kind.SIGN, at + 1);
        divides = divided;
    }

    private Open pop() {
        return open.isEmpty() ? Open.BLOCK : open.pop();
    }

    private boolean heads(Token before) {
        return before != null && before.kind() == Kind.WORD && BEFORE_PARENTHESIS.contains(before.text())
                || before != null && before.is("await") && found.size() > 1 && last(2, "for");
    }

    private boolean last(int back, String text) {
        return found.size() >= back && found.get(found.size() - back).is(text);
    }

    private boolean beginsObject(Token before) {
        if (before == null || before.kind() == Kind.LITERAL) {
            return false;
        }
        if (before.kind() == Kind.WORD) {
            return BEFORE_EXPRESSION.contains(before.text())
                    && !before.is("else")
                    && !before.is("do")
                    && !before.is("of");
        }
        boolean arrow =
                before.is(">") && last(2, "=") && found.get(found.size() - 2).end() == before.start();
        return !arrow && "(,=:[!&|?+-*/%^~<>".contains(before.text());
    }

    /** From behind the beginning, or behind an inserted value, to the next of them or to the end. */
    private void template(int from) {
        int end = from;
        while (end < script.length() && script.charAt(end) != '`') {
            if (script.startsWith("${", end)) {
                at = end + 2;
                open.push(Open.TEMPLATE);
                divides = false;
                return;
            }
            end += script.charAt(end) == '\\' ? 2 : 1;
        }
        literal(Math.min(end + 1, script.length()));
    }

    private int quoted(int from, char mark) {
        int end = from + 1;
        while (end < script.length() && script.charAt(end) != mark && script.charAt(end) != '\n') {
            end += script.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, script.length());
    }

    private int expression(int from) {
        boolean inClass = false;
        int end = from + 1;
        while (end < script.length() && (inClass || script.charAt(end) != '/') && script.charAt(end) != '\n') {
            char letter = script.charAt(end);
            inClass = letter == '[' || inClass && letter != ']';
            end += letter == '\\' ? 2 : 1;
        }
        end++;
        while (end < script.length() && word(script.charAt(end))) {
            end++;
        }
        return Math.min(end, script.length());
    }

    private int lineEnd(int from) {
        int end = script.indexOf('\n', from);
        return end < 0 ? script.length() : end;
    }

    private void add(Kind kind, int end) {
        found.add(new Token(kind, kind == Kind.LITERAL ? "" : script.substring(at, end), at, end));
        at = end;
    }

    private static boolean word(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '$' || letter == '#' || letter > 0x7f;
    }
}
