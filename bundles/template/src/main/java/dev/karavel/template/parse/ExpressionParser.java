package dev.karavel.template.parse;

import dev.karavel.template.parse.Token.Kind;
import dev.karavel.template.run.Expression;
import dev.karavel.template.run.Name;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads expressions with Jinja's precedence. */
final class ExpressionParser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");

    private final Cursor cursor;

    ExpressionParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** {@code a if b else c} and all that binds tighter. */
    Expression expression() {
        cursor.deeper();
        Expression value = either();
        while (cursor.acceptName("if")) {
            Expression then = value;
            Expression condition = either();
            Expression otherwise = cursor.acceptName("else") ? expression() : run -> "";
            value = run -> Values.truth(condition.evaluate(run)) ? then.evaluate(run) : otherwise.evaluate(run);
        }
        cursor.higher();
        return value;
    }

    /** Without the conditional, for what a loop goes through and what its own condition follows. */
    Expression either() {
        Expression left = both();
        while (cursor.acceptName("or")) {
            Expression one = left;
            Expression other = both();
            left = run -> {
                Object value = one.evaluate(run);
                return Values.truth(value) ? value : other.evaluate(run);
            };
        }
        return left;
    }

    private Expression both() {
        Expression left = negated();
        while (cursor.acceptName("and")) {
            Expression one = left;
            Expression other = negated();
            left = run -> {
                Object value = one.evaluate(run);
                return Values.truth(value) ? other.evaluate(run) : value;
            };
        }
        return left;
    }

    private Expression negated() {
        if (!cursor.acceptName("not")) {
            return comparison();
        }
        cursor.deeper();
        Expression value = negated();
        cursor.higher();
        return run -> !Values.truth(value.evaluate(run));
    }

    private Expression comparison() {
        Expression first = sum();
        List<Operators.Step> steps = new ArrayList<>();
        while (true) {
            String operator = comparisonOperator();
            if (operator.isEmpty()) {
                break;
            }
            steps.add(new Operators.Step(operator, sum()));
        }
        return steps.isEmpty() ? first : run -> Operators.compare(run, first, steps);
    }

    private String comparisonOperator() {
        Token token = cursor.peek();
        if (token.kind() == Kind.OPERATOR && COMPARISONS.contains(token.value())) {
            cursor.next();
            return (String) token.value();
        }
        if (cursor.acceptName("in")) {
            return "in";
        }
        if (cursor.seesName("not") && cursor.ahead().is(Kind.NAME, "in")) {
            cursor.next();
            cursor.next();
            return "not in";
        }
        return "";
    }

    private Expression sum() {
        Expression left = joined();
        while (cursor.sees("+") || cursor.sees("-")) {
            left = binary((String) cursor.next().value(), left, joined());
        }
        return left;
    }

    private Expression joined() {
        Expression left = product();
        while (cursor.accept("~")) {
            left = binary("~", left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = power();
        while (cursor.sees("*") || cursor.sees("/") || cursor.sees("//") || cursor.sees("%")) {
            left = binary((String) cursor.next().value(), left, power());
        }
        return left;
    }

    private Expression power() {
        Expression left = signed(true);
        while (cursor.accept("**")) {
            left = binary("**", left, signed(true));
        }
        return left;
    }

    private Expression binary(String operator, Expression left, Expression right) {
        int line = cursor.line();
        return run -> {
            Object one = left.evaluate(run);
            Object other = right.evaluate(run);
            run.at(line);
            return Operators.calculate(run, operator, one, other);
        };
    }

    private Expression signed(boolean filtered) {
        if (!cursor.sees("-") && !cursor.sees("+")) {
            Expression value = new Postfix(cursor, this).read(primary());
            return filtered ? new Postfix(cursor, this).filtered(value) : value;
        }
        cursor.deeper();
        boolean minus = cursor.next().is(Kind.OPERATOR, "-");
        Expression operand = signed(false);
        cursor.higher();
        Expression value = run -> Operators.calculate(run, minus ? "-" : "+", 0L, operand.evaluate(run));
        return filtered ? new Postfix(cursor, this).filtered(value) : value;
    }

    /** One value with its fields and calls, as a test takes it without parentheses. */
    Expression operand() {
        return new Postfix(cursor, this).read(primary());
    }

    private Expression primary() {
        Token token = cursor.peek();
        switch (token.kind()) {
            case NAME -> {
                return named((String) cursor.next().value(), token.line());
            }
            case NUMBER -> {
                Object number = cursor.next().value();
                return run -> number;
            }
            case TEXT_LITERAL -> {
                return literal();
            }
            default -> {
                if (cursor.accept("(")) {
                    return parenthesized();
                }
                if (cursor.accept("[")) {
                    return list(items("]"));
                }
                if (cursor.accept("{")) {
                    return dictionary();
                }
                throw cursor.unexpected("a value");
            }
        }
    }

    private Expression literal() {
        StringBuilder text = new StringBuilder();
        while (cursor.peek().kind() == Kind.TEXT_LITERAL) {
            text.append((String) cursor.next().value());
        }
        String all = text.toString();
        return run -> all;
    }

    private static Expression named(String name, int line) {
        return switch (name) {
            case "true", "True" -> run -> true;
            case "false", "False" -> run -> false;
            case "none", "None" -> run -> null;
            case "if", "else", "and", "or", "in", "is" ->
                throw new TemplateFault(line, "Expected a value, found \"" + name + "\"");
            default -> new Name(name, line);
        };
    }

    private Expression parenthesized() {
        if (cursor.accept(")")) {
            return run -> new ArrayList<>();
        }
        Expression first = expression();
        if (cursor.accept(")")) {
            return first;
        }
        cursor.expect(",");
        List<Expression> items = new ArrayList<>(List.of(first));
        items.addAll(items(")"));
        return list(items);
    }

    /** Up to the closing bracket; a comma may stand before it. */
    private List<Expression> items(String closing) {
        List<Expression> items = new ArrayList<>();
        while (!cursor.accept(closing)) {
            items.add(expression());
            if (!cursor.sees(closing)) {
                cursor.expect(",");
            }
        }
        return items;
    }

    /** Tuples are lists that nobody changes. */
    static Expression list(List<Expression> items) {
        return run -> {
            run.budget().items(items.size());
            List<Object> values = new ArrayList<>();
            items.forEach(item -> values.add(item.evaluate(run)));
            return values;
        };
    }

    private Expression dictionary() {
        Map<Expression, Expression> entries = new LinkedHashMap<>();
        while (!cursor.accept("}")) {
            Expression key = expression();
            cursor.expect(":");
            entries.put(key, expression());
            if (!cursor.sees("}")) {
                cursor.expect(",");
            }
        }
        return run -> {
            run.budget().items(entries.size());
            Map<Object, Object> values = new LinkedHashMap<>();
            entries.forEach((key, value) -> values.put(Values.key(key.evaluate(run)), value.evaluate(run)));
            return values;
        };
    }
}
