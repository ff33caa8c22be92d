package dev.karavel.sql.inspect;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.parser.ASTNodeAccess;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperation;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.UnionOp;
import net.sf.jsqlparser.statement.select.WithItem;

/**
 * Visits every object of a syntax tree through its fields, so that none is forgotten, and refuses whatever is not known to be
 * harmless. Visitors of the parser skip some fields, and a deny list forgets tomorrow's syntax. On its way it notes which tables
 * are named, and which of these names are tables and not queries given a name by WITH.
 */
final class SyntaxWalk {
    private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();
    private static final String PARSER = "net.sf.jsqlparser.";

    private final Permissions permissions;
    private final Syntax syntax;
    private final Reading reading;
    private final List<TableUse> tables = new ArrayList<>();
    private final List<Token> given = new ArrayList<>();
    private final Set<Integer> places = new TreeSet<>();
    private final Map<Select, Token> recursive = new IdentityHashMap<>();
    private Scope scope = new Scope(null);

    SyntaxWalk(Permissions permissions, Syntax syntax, Reading reading) {
        this.permissions = permissions;
        this.syntax = syntax;
        this.reading = reading;
    }

    /** Tables that are read or changed, in no order. */
    List<TableUse> tables() {
        return tables;
    }

    /** Names given by WITH. */
    List<Token> given() {
        return given;
    }

    /** Where names of tables start, those given by WITH included. */
    Set<Integer> places() {
        return places;
    }

    void visit(Object node) throws Refusal {
        if (node instanceof Collection<?> many) {
            for (Object each : many) {
                visit(each);
            }
        } else if (node instanceof Map<?, ?> map) {
            visit(map.entrySet());
        } else if (node instanceof Map.Entry<?, ?> entry) {
            visit(entry.getKey());
            visit(entry.getValue());
        } else if (node instanceof Object[] array) {
            visit(List.of(array));
        }
        if (node == null || !node.getClass().getName().startsWith(PARSER) || node instanceof Enum) {
            return;
        }
        if (!syntax.allows(node.getClass())) {
            throw refusal(syntax.refusal(node.getClass()), node);
        }
        try {
            visitKnown(node);
        } catch (Refusal e) {
            throw e.placed() ? e : refusal(e.getMessage(), node);
        }
    }

    private void visitKnown(Object node) throws Refusal {
        if (node instanceof Column column) {
            permissions.checkColumn(column);
            visit(column.getArrayConstructor());
        } else if (node instanceof AllTableColumns all) {
            visitFields(all, all.getTable());
        } else if (node instanceof TableFunction function) {
            for (Function called : function.getFunctions()) {
                permissions.checkTableFunction(called.getName());
                visitFields(called);
            }
            visit(function.getAlias());
        } else if (node instanceof Function function) {
            visitFunction(function);
        } else if (node instanceof AnalyticExpression window) {
            permissions.checkFunction(window.getName());
            visitFields(window, window.getExpression() instanceof AllColumns all ? all : window);
        } else if (node instanceof Select select) {
            visitSelect(select);
        } else {
            visitOther(node);
        }
    }

    private void visitOther(Object node) throws Refusal {
        permissions.checkLeaf(node);
        if (node instanceof Table table) {
            visitTable(table);
        }
        visitFields(node);
    }

    private void visitFunction(Function function) throws Refusal {
        String name = function.getName();
        permissions.checkFunction(name);
        ExpressionList<?> parameters = function.getParameters();
        boolean all = parameters != null && parameters.size() == 1 && parameters.get(0) instanceof AllColumns;
        if (all && !name.equalsIgnoreCase("count")) {
            throw new Refusal("Only COUNT takes a star");
        }
        permissions.checkLength(name, parameters);
        visitFields(function, all ? parameters : function);
    }

    private void visitTable(Table table) throws Refusal {
        int first =
                table.getASTNode() == null ? -1 : reading.at(table.getASTNode().jjtGetFirstToken().absoluteBegin - 1);
        if (first < 0) {
            throw new Refusal("A table is named where it cannot be placed: " + table.getName());
        }
        List<Token> parts = new ArrayList<>(List.of(reading.token(first)));
        int last = first;
        while (reading.token(last + 1).is(".")) {
            last += 2;
            parts.add(reading.token(last));
        }
        TableUse use = new TableUse(parts, table.getAlias() != null, table.getSampleClause() != null);
        places.add(use.start());
        boolean same = use.written().equals(table.getFullyQualifiedName());
        if (!same || parts.size() > 3 || !parts.stream().allMatch(Token::isName)) {
            throw new Refusal(
                    "A table needs a name of one to three parts: " + use.written(),
                    parts.get(0).origin());
        }
        if (parts.size() > 1 || !scope.contains(TableUse.key(use.last(), permissions.syntax()))) {
            permissions.checkTable(use);
            tables.add(use);
        }
    }

    private void visitSelect(Select select) throws Refusal {
        if (select instanceof PlainSelect plain) {
            permissions.checkSelect(plain);
        }
        Scope outer = scope;
        scope = new Scope(outer);
        List<WithItem<?>> items = select.getWithItemsList();
        boolean recursion = false;
        for (WithItem<?> item : items == null ? List.<WithItem<?>>of() : items) {
            recursion |= item.isRecursive();
            visitWith(item, recursion);
        }
        if (recursive.containsKey(select)) {
            SetOperationList list = (SetOperationList) select;
            visit(list.getSelect(0));
            scope.add(TableUse.key(recursive.get(list), permissions.syntax()));
            visit(list.getSelects().subList(1, list.getSelects().size()));
            visitFields(select, items, list.getSelects());
        } else {
            visitFields(select, items);
        }
        scope = outer;
    }

    /** Its name is known to what follows, and to itself only behind the first part of a recursive UNION. */
    private void visitWith(WithItem<?> item, boolean recursion) throws Refusal {
        if (!syntax.allows(item.getClass()) || !(item.getParenthesedStatement() instanceof Select body)) {
            throw refusal("Only a SELECT may stand behind WITH", item);
        }
        Token name = name(item.getAliasName());
        Select inner = item.getSelect().getSelect();
        if (recursion && inner instanceof SetOperationList list && isUnion(list) && list.getWithItemsList() == null) {
            recursive.put(list, name);
        }
        visitFields(item);
        given.add(name);
        scope.add(TableUse.key(name, permissions.syntax()));
    }

    private static boolean isUnion(SetOperationList list) {
        for (SetOperation operation : list.getOperations()) {
            if (!(operation instanceof UnionOp)) {
                return false;
            }
        }
        return true;
    }

    private Token name(String image) throws Refusal {
        for (Token token : reading.tokens()) {
            if (token.isName() && token.image().equals(image)) {
                return token;
            }
        }
        throw new Refusal("A name behind WITH is not understood: " + image);
    }

    private Refusal refusal(String message, Object node) {
        if (node instanceof ASTNodeAccess access && access.getASTNode() != null) {
            return new Refusal(message, reading.origin(access.getASTNode().jjtGetFirstToken().absoluteBegin - 1));
        }
        return new Refusal(message);
    }

    private void visitFields(Object node, Object... known) throws Refusal {
        for (Field field : fields(node.getClass())) {
            Object value;
            try {
                value = field.get(node);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
            if (value != null && !isOneOf(known, value)) {
                visit(value);
            }
        }
    }

    private static boolean isOneOf(Object[] known, Object value) {
        for (Object each : known) {
            if (each == value) {
                return true;
            }
        }
        return false;
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
