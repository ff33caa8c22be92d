package dev.karavel.template.parse;

import dev.karavel.template.parse.Token.Kind;
import dev.karavel.template.run.TemplateFault;
import java.util.ArrayList;
import java.util.List;

/** Cuts a template into tokens, as Jinja does. */
final class Lexer {
    private static final List<String> OPERATORS = List.of(
            "**", "//", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "~", "<", ">", "=", "(", ")", "[", "]", "{",
            "}", ",", ":", ".", "|", ";");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int line = 1;
    private boolean trimNext;

    Lexer(String source) {
        this.source = source;
    }

    List<Token> read() {
        while (position < source.length()) {
            int mark = nextMark();
            text(mark);
            if (mark < source.length()) {
                marked();
            }
        }
        tokens.add(new Token(Kind.END, null, line));
        return tokens;
    }

    private int nextMark() {
        int at = position;
        while ((at = source.indexOf('{', at)) >= 0 && at + 1 < source.length()) {
            if ("{%#".indexOf(source.charAt(at + 1)) >= 0) {
                return at;
            }
            at++;
        }
        return source.length();
    }

    private void text(int end) {
        String text = source.substring(position, end);
        String shown = trimNext ? text.stripLeading() : text;
        trimNext = false;
        if (end + 2 < source.length() && source.charAt(end + 2) == '-') {
            shown = shown.stripTrailing();
        }
        if (!shown.isEmpty()) {
            tokens.add(new Token(Kind.TEXT, shown, line));
        }
        advance(end);
    }

    private void marked() {
        char kind = source.charAt(position + 1);
        int begin = line;
        if (kind == '#') {
            comment(begin);
            return;
        }
        int raw = rawBlock();
        if (raw >= 0) {
            raw(raw, begin);
            return;
        }
        advance(position + 2);
        if (position < source.length() && "-+".indexOf(source.charAt(position)) >= 0) {
            advance(position + 1);
        }
        tokens.add(new Token(kind == '{' ? Kind.OUTPUT_BEGIN : Kind.BLOCK_BEGIN, null, begin));
        expression(kind == '{' ? "}}" : "%}", kind == '{' ? Kind.OUTPUT_END : Kind.BLOCK_END, begin);
    }

    private void comment(int begin) {
        int end = source.indexOf("#}", position + 2);
        if (end < 0) {
            throw new TemplateFault(begin, "A comment {# is not closed");
        }
        trimNext = source.charAt(end - 1) == '-' && end - 1 > position + 1;
        advance(end + 2);
    }

    /** Behind {@code {% raw %}}, or -1 where there is none. */
    private int rawBlock() {
        return tag(position, "raw");
    }

    private int tag(int from, String name) {
        int at = skip(from + 2, true);
        if (!source.startsWith("{%", from) || !source.startsWith(name, at)) {
            return -1;
        }
        at = skip(at + name.length(), true);
        return source.startsWith("%}", at) ? at + 2 : -1;
    }

    private int skip(int from, boolean dash) {
        int at = from;
        while (at < source.length()
                && (Character.isWhitespace(source.charAt(at)) || dash && source.charAt(at) == '-')) {
            at++;
        }
        return at;
    }

    private void raw(int bodyBegin, int begin) {
        int at = bodyBegin;
        while ((at = source.indexOf("{%", at)) >= 0) {
            int end = tag(at, "endraw");
            if (end >= 0) {
                tokens.add(new Token(Kind.TEXT, source.substring(bodyBegin, at), begin));
                advance(end);
                return;
            }
            at += 2;
        }
        throw new TemplateFault(begin, "A block {% raw %} is not closed");
    }

    private void expression(String closing, Kind end, int begin) {
        int depth = 0;
        while (true) {
            advance(skip(position, false));
            if (position >= source.length()) {
                throw new TemplateFault(begin, "A " + (end == Kind.OUTPUT_END ? "{{" : "{%") + " is not closed");
            }
            boolean trims = "-+".indexOf(source.charAt(position)) >= 0 && source.startsWith(closing, position + 1);
            if (depth == 0 && (trims || source.startsWith(closing, position))) {
                trimNext = trims && source.charAt(position) == '-';
                tokens.add(new Token(end, null, line));
                advance(position + (trims ? 3 : 2));
                return;
            }
            Token token = token();
            tokens.add(token);
            if (token.kind() == Kind.OPERATOR) {
                String operator = (String) token.value();
                depth += "([{".contains(operator) ? 1 : ")]}".contains(operator) ? -1 : 0;
                if (depth < 0) {
                    throw new TemplateFault(line, "A bracket " + operator + " is closed that was not opened");
                }
            }
        }
    }

    private Token token() {
        char c = source.charAt(position);
        if (Character.isLetter(c) || c == '_') {
            int end = position;
            while (end < source.length()
                    && (Character.isLetterOrDigit(source.charAt(end)) || source.charAt(end) == '_')) {
                end++;
            }
            return taken(Kind.NAME, source.substring(position, end), end);
        }
        if (c >= '0' && c <= '9') {
            return number();
        }
        if (c == '\'' || c == '"') {
            TextLiteral literal = TextLiteral.read(source, position, line);
            return taken(Kind.TEXT_LITERAL, literal.text(), literal.end());
        }
        for (String operator : OPERATORS) {
            if (source.startsWith(operator, position)) {
                return taken(Kind.OPERATOR, operator, position + operator.length());
            }
        }
        throw new TemplateFault(line, "The character " + c + " has no meaning in a template");
    }

    private Token number() {
        int end = digits(position);
        boolean real = end + 1 < source.length() && source.charAt(end) == '.' && isDigit(source.charAt(end + 1));
        if (real) {
            end = digits(end + 1);
        }
        if (end < source.length() && (source.charAt(end) == 'e' || source.charAt(end) == 'E')) {
            int exponent = end + 1 < source.length() && "+-".indexOf(source.charAt(end + 1)) >= 0 ? end + 2 : end + 1;
            if (exponent < source.length() && isDigit(source.charAt(exponent))) {
                end = digits(exponent);
                real = true;
            }
        }
        String text = source.substring(position, end).replace("_", "");
        try {
            return taken(Kind.NUMBER, real ? (Object) Double.valueOf(text) : (Object) Long.valueOf(text), end);
        } catch (NumberFormatException e) {
            throw new TemplateFault(line, "A number is too large");
        }
    }

    private int digits(int from) {
        int end = from;
        while (end < source.length() && (isDigit(source.charAt(end)) || source.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Token taken(Kind kind, Object value, int end) {
        Token token = new Token(kind, value, line);
        advance(end);
        return token;
    }

    private void advance(int end) {
        for (int at = position; at < end; at++) {
            if (source.charAt(at) == '\n') {
                line++;
            }
        }
        position = end;
    }
}
