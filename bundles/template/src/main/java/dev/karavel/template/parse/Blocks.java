package dev.karavel.template.parse;

import dev.karavel.template.filter.Lists;
import dev.karavel.template.run.Expression;
import dev.karavel.template.run.Loop;
import dev.karavel.template.run.Macro;
import dev.karavel.template.run.Run;
import dev.karavel.template.run.Statement;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Namespace;
import dev.karavel.template.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the blocks, behind their names. */
final class Blocks {
    private static final Set<String> FIXED = Set.of("loop", "true", "false", "none", "True", "False", "None");

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final TemplateParser statements;

    Blocks(Cursor cursor, ExpressionParser expressions, TemplateParser statements) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.statements = statements;
    }

    Statement condition() {
        Expression condition = expressions.expression();
        statements.endOfBlock();
        Statement then = statements.until(Set.of("elif", "else", "endif"));
        Statement otherwise = run -> {};
        if (cursor.acceptName("elif")) {
            cursor.deeper();
            otherwise = condition();
            cursor.higher();
        } else {
            if (cursor.acceptName("else")) {
                statements.endOfBlock();
                otherwise = statements.until(Set.of("endif"));
            }
            cursor.expectName("endif");
            statements.endOfBlock();
        }
        Statement other = otherwise;
        return run -> (Values.truth(condition.evaluate(run)) ? then : other).render(run);
    }

    Statement loop() {
        int line = cursor.line();
        List<String> names = targets();
        cursor.expectName("in");
        Expression through = expressions.either();
        Expression condition = cursor.acceptName("if") ? expressions.expression() : null;
        if (cursor.seesName("recursive")) {
            throw new TemplateFault(line, "Recursive loops are not supported");
        }
        statements.endOfBlock();
        Statement body = statements.until(Set.of("else", "endfor"));
        Statement otherwise = run -> {};
        if (cursor.acceptName("else")) {
            statements.endOfBlock();
            otherwise = statements.until(Set.of("endfor"));
        }
        cursor.expectName("endfor");
        statements.endOfBlock();
        Statement none = otherwise;
        return run -> {
            run.at(line);
            List<Object> items = chosen(run, names, Lists.items(run, through.evaluate(run)), condition, line);
            run.budget().loop(items.size());
            for (int i = 0; i < items.size(); i++) {
                Map<String, Object> variables = unpacked(names, items.get(i), line);
                int depth = run.variable("loop") instanceof Loop outer ? outer.depth() + 1 : 1;
                variables.put("loop", new Loop(items, i, depth));
                run.budget().step();
                run.within(variables, () -> body.render(run));
            }
            if (items.isEmpty()) {
                none.render(run);
            }
        };
    }

    private static List<Object> chosen(
            Run run, List<String> names, List<Object> items, Expression condition, int line) {
        if (condition == null) {
            return items;
        }
        List<Object> chosen = new ArrayList<>();
        for (Object item : items) {
            run.within(unpacked(names, item, line), () -> {
                if (Values.truth(condition.evaluate(run))) {
                    chosen.add(item);
                }
            });
        }
        return chosen;
    }

    private List<String> targets() {
        boolean bracket = cursor.accept("(");
        List<String> names = new ArrayList<>();
        do {
            names.add(target());
        } while (cursor.accept(","));
        if (bracket) {
            cursor.expect(")");
        }
        return names;
    }

    private String target() {
        int line = cursor.line();
        String name = cursor.name("the name of a variable");
        if (FIXED.contains(name)) {
            throw new TemplateFault(line, "A variable cannot be named " + name);
        }
        return name;
    }

    private static Map<String, Object> unpacked(List<String> names, Object value, int line) {
        Map<String, Object> variables = new HashMap<>();
        if (names.size() == 1) {
            variables.put(names.get(0), value);
            return variables;
        }
        if (!(value instanceof List<?> list) || list.size() != names.size()) {
            throw new TemplateFault(line, "A list of " + names.size() + " is needed for " + String.join(", ", names));
        }
        for (int i = 0; i < names.size(); i++) {
            variables.put(names.get(i), list.get(i));
        }
        return variables;
    }

    Statement assignment() {
        int line = cursor.line();
        List<String> names = targets();
        if (names.size() == 1 && cursor.accept(".")) {
            return field(names.get(0), line);
        }
        if (cursor.accept("=")) {
            Expression value = value();
            statements.endOfBlock();
            return run -> unpacked(names, value.evaluate(run), line).forEach(run::set);
        }
        statements.endOfBlock();
        Statement body = statements.until(Set.of("endset"));
        cursor.expectName("endset");
        statements.endOfBlock();
        return run -> run.set(names.get(0), run.captured(() -> run.within(Map.of(), () -> body.render(run))));
    }

    private Statement field(String variable, int line) {
        String name = cursor.name("the name of a field");
        cursor.expect("=");
        Expression value = value();
        statements.endOfBlock();
        return run -> {
            if (!(run.variable(variable) instanceof Namespace namespace)) {
                throw new TemplateFault(line, variable + " is no namespace(); only those have fields to set");
            }
            run.budget().items(1);
            namespace.values().put(name, value.evaluate(run));
        };
    }

    /** Values with commas between them are a list. */
    private Expression value() {
        Expression first = expressions.expression();
        if (!cursor.sees(",")) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (cursor.accept(",")) {
            items.add(expressions.expression());
        }
        return ExpressionParser.list(items);
    }

    Statement with() {
        Map<String, Expression> values = new LinkedHashMap<>();
        while (cursor.peek().kind() == Token.Kind.NAME) {
            String name = target();
            cursor.expect("=");
            values.put(name, expressions.expression());
            if (!cursor.accept(",")) {
                break;
            }
        }
        statements.endOfBlock();
        Statement body = statements.until(Set.of("endwith"));
        cursor.expectName("endwith");
        statements.endOfBlock();
        return run -> {
            Map<String, Object> variables = new HashMap<>();
            values.forEach((name, value) -> variables.put(name, value.evaluate(run)));
            run.within(variables, () -> body.render(run));
        };
    }

    Statement macro() {
        String name = target();
        cursor.expect("(");
        List<String> parameters = new ArrayList<>();
        Map<String, Expression> defaults = new LinkedHashMap<>();
        while (!cursor.accept(")")) {
            String parameter = target();
            parameters.add(parameter);
            if (cursor.accept("=")) {
                defaults.put(parameter, expressions.expression());
            }
            if (!cursor.sees(")")) {
                cursor.expect(",");
            }
        }
        statements.endOfBlock();
        Statement body = statements.until(Set.of("endmacro"));
        cursor.expectName("endmacro");
        statements.endOfBlock();
        Macro macro = new Macro(name, List.copyOf(parameters), Map.copyOf(defaults), body);
        return run -> run.set(name, macro);
    }

    Statement action() {
        Expression action = expressions.expression();
        statements.endOfBlock();
        return action::evaluate;
    }
}
