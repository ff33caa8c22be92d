package dev.karavel.template.parse;

import dev.karavel.template.access.Call;
import dev.karavel.template.access.Field;
import dev.karavel.template.access.Given;
import dev.karavel.template.access.Index;
import dev.karavel.template.access.MethodCall;
import dev.karavel.template.access.Slice;
import dev.karavel.template.filter.Filters;
import dev.karavel.template.filter.Tests;
import dev.karavel.template.parse.Token.Kind;
import dev.karavel.template.run.Expression;
import dev.karavel.template.run.Name;
import dev.karavel.template.run.TemplateFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What follows a value: a field, an index, a call, a filter, a test. */
final class Postfix {
    private static final Set<String> NO_ARGUMENT =
            Set.of("else", "or", "and", "is", "if", "in", "not", "recursive", "elif");

    private final Cursor cursor;
    private final ExpressionParser expressions;

    Postfix(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Expression read(Expression value) {
        Expression result = value;
        while (true) {
            int line = cursor.line();
            if (cursor.accept(".")) {
                result = field(result, line);
            } else if (cursor.accept("[")) {
                result = index(result, line);
            } else if (cursor.accept("(")) {
                result = new Call(result, calledName(result), arguments(), line);
            } else {
                return result;
            }
        }
    }

    private static String calledName(Expression value) {
        return value instanceof Name name ? name.name() : "this";
    }

    private Expression field(Expression base, int line) {
        if (cursor.peek().kind() == Kind.NUMBER) {
            Object number = cursor.next().value();
            return new Index(base, run -> number, line);
        }
        String name = cursor.name("the name of a field");
        if (name.startsWith("_")) {
            throw new TemplateFault(line, "Names that begin with _ cannot be reached: " + name);
        }
        return cursor.accept("(") ? new MethodCall(base, name, arguments(), line) : new Field(base, name, line);
    }

    private Expression index(Expression base, int line) {
        Expression from = cursor.sees(":") ? null : expressions.expression();
        if (cursor.accept("]")) {
            return new Index(base, from, line);
        }
        cursor.expect(":");
        Expression to = cursor.sees(":") || cursor.sees("]") ? null : expressions.expression();
        Expression step = null;
        if (cursor.accept(":") && !cursor.sees("]")) {
            step = expressions.expression();
        }
        cursor.expect("]");
        return new Slice(base, from, to, step, line);
    }

    /** Behind the opening parenthesis. */
    Given arguments() {
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        while (!cursor.accept(")")) {
            if (cursor.sees("*") || cursor.sees("**")) {
                throw new TemplateFault(cursor.line(), "Arguments with * or ** are not supported");
            }
            if (cursor.peek().kind() == Kind.NAME && cursor.ahead().is(Kind.OPERATOR, "=")) {
                String name = cursor.name("a name");
                cursor.expect("=");
                named.put(name, expressions.expression());
            } else if (!named.isEmpty()) {
                throw cursor.unexpected("an argument with a name");
            } else {
                positional.add(expressions.expression());
            }
            if (!cursor.sees(")")) {
                cursor.expect(",");
            }
        }
        return new Given(positional, named);
    }

    Expression filtered(Expression value) {
        Expression result = value;
        while (true) {
            int line = cursor.line();
            if (cursor.accept("|")) {
                String name = cursor.name("the name of a filter");
                Given given = cursor.accept("(") ? arguments() : Given.NOTHING;
                Expression filtered = result;
                result = run -> Filters.apply(run, name, filtered, given, line);
            } else if (cursor.acceptName("is")) {
                result = test(result, line);
            } else {
                return result;
            }
        }
    }

    private Expression test(Expression value, int line) {
        boolean negated = cursor.acceptName("not");
        String name = cursor.name("the name of a test");
        Given given = Given.NOTHING;
        Kind next = cursor.peek().kind();
        if (cursor.accept("(")) {
            given = arguments();
        } else if (next == Kind.TEXT_LITERAL
                || next == Kind.NUMBER
                || cursor.sees("[")
                || next == Kind.NAME
                        && !NO_ARGUMENT.contains((String) cursor.peek().value())) {
            given = new Given(List.of(expressions.operand()), Map.of());
        }
        Given arguments = given;
        return run -> Tests.holds(run, name, value, arguments, line) != negated;
    }
}
