package dev.karavel.template.parse;

import dev.karavel.template.parse.Token.Kind;
import dev.karavel.template.run.Expression;
import dev.karavel.template.run.Statement;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a template: text, outputs and blocks. */
public final class TemplateParser {
    private static final Map<String, String> REFUSED = Map.of(
            "include", "other files cannot be reached",
            "import", "other files cannot be reached",
            "from", "other files cannot be reached",
            "extends", "other files cannot be reached",
            "block", "templates do not inherit",
            "call", "call the macro in {{ }} instead",
            "filter", "use {% set %} and a filter instead",
            "autoescape", "texts from outside are always escaped",
            "trans", "templates are not translated");

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final Blocks blocks;

    private TemplateParser(String template) {
        cursor = new Cursor(new Lexer(template).read());
        expressions = new ExpressionParser(cursor);
        blocks = new Blocks(cursor, expressions, this);
    }

    /** @throws TemplateFault with the line */
    public static Statement parse(String template) {
        TemplateParser parser = new TemplateParser(template);
        Statement all = parser.until(Set.of());
        if (parser.cursor.peek().kind() != Kind.END) {
            throw parser.cursor.unexpected("the end");
        }
        return all;
    }

    /** Up to a block of one of these names, whose name is next then. */
    Statement until(Set<String> names) {
        cursor.deeper();
        List<Statement> statements = new ArrayList<>();
        while (cursor.peek().kind() != Kind.END) {
            if (cursor.peek().kind() == Kind.BLOCK_BEGIN
                    && cursor.ahead().kind() == Kind.NAME
                    && names.contains((String) cursor.ahead().value())) {
                cursor.next();
                break;
            }
            statements.add(statement(names));
        }
        if (cursor.peek().kind() == Kind.END && !names.isEmpty()) {
            throw new TemplateFault(cursor.line(), "A block is not closed; expected {% " + closing(names) + " %}");
        }
        cursor.higher();
        List<Statement> all = List.copyOf(statements);
        return run -> all.forEach(statement -> statement.render(run));
    }

    private static String closing(Set<String> names) {
        return names.stream().filter(name -> name.startsWith("end")).findFirst().orElse("end");
    }

    private Statement statement(Set<String> names) {
        Token token = cursor.next();
        return switch (token.kind()) {
            case TEXT -> {
                String text = (String) token.value();
                yield run -> run.write(text);
            }
            case OUTPUT_BEGIN -> output(token.line());
            case BLOCK_BEGIN -> block(names);
            default -> throw new TemplateFault(token.line(), "Expected text, found " + token.shown());
        };
    }

    private Statement output(int line) {
        Expression value = expressions.expression();
        cursor.expect(Kind.OUTPUT_END, "}}");
        return run -> {
            run.at(line);
            Object result = value.evaluate(run);
            run.at(line);
            run.write(Values.text(result, run.budget()));
        };
    }

    private Statement block(Set<String> names) {
        int line = cursor.line();
        String name = cursor.name("the name of a block");
        return switch (name) {
            case "if" -> blocks.condition();
            case "for" -> blocks.loop();
            case "set" -> blocks.assignment();
            case "with" -> blocks.with();
            case "macro" -> blocks.macro();
            case "do" -> blocks.action();
            default -> throw unknown(name, line, names);
        };
    }

    private static TemplateFault unknown(String name, int line, Set<String> names) {
        if (REFUSED.containsKey(name)) {
            return new TemplateFault(line, "{% " + name + " %} is refused: " + REFUSED.get(name));
        }
        return new TemplateFault(
                line,
                "There is no block {% " + name + " %} here; "
                        + (names.isEmpty()
                                ? "there are do, for, if, macro, raw, set and with"
                                : "expected {% " + closing(names) + " %}"));
    }

    void endOfBlock() {
        cursor.expect(Kind.BLOCK_END, "%}");
    }
}
