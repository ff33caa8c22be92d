package dev.karavel.template.parse;

import dev.karavel.template.parse.Token.Kind;
import dev.karavel.template.run.TemplateFault;
import java.util.List;

/** A place among tokens. */
final class Cursor {
    private static final int DEEPEST = 60;

    private final List<Token> tokens;
    private int at;
    private int depth;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token ahead() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    int line() {
        return peek().line();
    }

    boolean sees(String operator) {
        return peek().is(Kind.OPERATOR, operator);
    }

    boolean accept(String operator) {
        boolean seen = sees(operator);
        if (seen) {
            at++;
        }
        return seen;
    }

    boolean seesName(String name) {
        return peek().is(Kind.NAME, name);
    }

    boolean acceptName(String name) {
        boolean seen = seesName(name);
        if (seen) {
            at++;
        }
        return seen;
    }

    void expect(String operator) {
        if (!accept(operator)) {
            throw unexpected("\"" + operator + "\"");
        }
    }

    void expectName(String name) {
        if (!acceptName(name)) {
            throw unexpected("\"" + name + "\"");
        }
    }

    void expect(Kind kind, String what) {
        if (peek().kind() != kind) {
            throw unexpected(what);
        }
        at++;
    }

    String name(String what) {
        if (peek().kind() != Kind.NAME) {
            throw unexpected(what);
        }
        return (String) next().value();
    }

    TemplateFault unexpected(String wanted) {
        return new TemplateFault(line(), "Expected " + wanted + ", found " + peek().shown());
    }

    void deeper() {
        if (++depth > DEEPEST) {
            throw new TemplateFault(line(), "The template is nested more than " + DEEPEST + " deep");
        }
    }

    void higher() {
        depth--;
    }
}
