package dev.karavel.sql.inspect;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.create.table.ColDataType;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.PlainSelect;

/**
 * Visits every object of a syntax tree through its fields, so that none is forgotten, and refuses whatever is not known to be
 * harmless. Visitors of the parser skip some fields, and a deny list forgets tomorrow's syntax.
 */
final class SyntaxWalk {
    private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();
    private static final String PARSER = "net.sf.jsqlparser.";
    private static final int LONGEST_PADDING = 1_000;
    private static final Set<String> WHO_ASKS = Set.of(
            "current_user",
            "session_user",
            "system_user",
            "current_role",
            "current_catalog",
            "current_schema",
            "current_database");

    private final AllowedFunctions functions;
    private final Syntax syntax;

    SyntaxWalk(AllowedFunctions functions, Syntax syntax) {
        this.functions = functions;
        this.syntax = syntax;
    }

    void visit(Object node) throws Refusal {
        if (node instanceof Collection<?> many) {
            visitAll(many);
        }
        if (node == null || !node.getClass().getName().startsWith(PARSER) || node instanceof Enum) {
            return;
        }
        if (!syntax.allows(node.getClass())) {
            throw new Refusal(syntax.refusal(node.getClass()));
        }
        if (node instanceof Column column) {
            visitColumn(column);
        } else if (node instanceof Function function) {
            visitFunction(function);
        } else if (node instanceof AnalyticExpression window) {
            checkFunction(window.getName());
            visitFields(window, window.getExpression() instanceof AllColumns);
        } else {
            if (node instanceof Table table) {
                checkTable(table);
            } else if (node instanceof PlainSelect select) {
                checkSelect(select);
            }
            checkLeaf(node);
            visitFields(node, false);
        }
    }

    private void visitColumn(Column column) throws Refusal {
        if (WHO_ASKS.contains(column.getColumnName().toLowerCase(Locale.ROOT))) {
            throw new Refusal(column.getColumnName() + " is not allowed");
        }
        visit(column.getArrayConstructor());
    }

    private void visitFunction(Function function) throws Refusal {
        String name = function.getName();
        checkFunction(name);
        ExpressionList<?> parameters = function.getParameters();
        boolean all = parameters != null && parameters.size() == 1 && parameters.get(0) instanceof AllColumns;
        if (all && !name.equalsIgnoreCase("count")) {
            throw new Refusal("Only COUNT takes a star");
        }
        if (AllowedFunctions.grows(name)) {
            checkLength(name, parameters);
        }
        visitFields(function, all);
    }

    private void checkFunction(String name) throws Refusal {
        if (!functions.contains(name)) {
            throw new Refusal("Function " + name + " is not on the list of allowed functions");
        }
    }

    private static void checkLength(String name, ExpressionList<?> parameters) throws Refusal {
        int position = name.equalsIgnoreCase("space") ? 0 : 1;
        Expression length = parameters != null && parameters.size() > position ? parameters.get(position) : null;
        if (!(length instanceof LongValue number)
                || number.getStringValue().length() > 4
                || number.getValue() > LONGEST_PADDING) {
            throw new Refusal(name + " needs a length of at most " + LONGEST_PADDING);
        }
    }

    private static void checkLeaf(Object node) throws Refusal {
        if (node instanceof StringValue text && text.getPrefix() != null) {
            throw new Refusal("Texts with a prefix are not allowed");
        }
        if (node instanceof ColDataType type
                && type.getDataType().toLowerCase(Locale.ROOT).replace("\"", "").startsWith("reg")) {
            throw new Refusal("Type " + type.getDataType() + " is not allowed");
        }
    }

    private static void checkTable(Table table) throws Refusal {
        String name = table.getFullyQualifiedName().toLowerCase(Locale.ROOT).replace("\"", "");
        boolean file = name.startsWith("'") || name.contains("/");
        boolean system = name.startsWith("pg_")
                || name.contains(".pg_")
                || name.contains("information_schema.")
                || name.startsWith("duckdb_")
                || name.startsWith("pragma_")
                || name.startsWith("sqlite_")
                || name.startsWith("sys.")
                || name.startsWith("syscs_");
        if (file || system) {
            throw new Refusal("Files and system tables cannot be read");
        }
    }

    private static void checkSelect(PlainSelect select) throws Refusal {
        if (select.getIntoTables() != null || select.getForMode() != null || select.getForXmlPath() != null) {
            throw new Refusal("A SELECT must not write or lock");
        }
    }

    private void visitFields(Object node, boolean countingAll) throws Refusal {
        for (Field field : fields(node.getClass())) {
            Object value;
            try {
                value = field.get(node);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
            if (countingAll && (value instanceof AllColumns || value instanceof ExpressionList)) {
                continue;
            }
            if (value instanceof Collection<?> many) {
                visitAll(many);
            } else {
                visit(value);
            }
        }
    }

    private void visitAll(Collection<?> many) throws Refusal {
        for (Object each : many) {
            visit(each);
        }
    }

    private static List<Field> fields(Class<?> type) {
        return FIELDS.computeIfAbsent(type, key -> {
            List<Field> found = new ArrayList<>();
            for (Class<?> c = key; c != null && c.getName().startsWith(PARSER); c = c.getSuperclass()) {
                for (Field field : c.getDeclaredFields()) {
                    boolean data = !Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()
                            && !field.getType().getName().startsWith(PARSER + "parser.");
                    if (data) {
                        field.setAccessible(true);
                        found.add(field);
                    }
                }
            }
            return List.copyOf(found);
        });
    }
}
