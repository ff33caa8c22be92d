package dev.karavel.sql.inspect;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which classes of the parser's tree may stand in an expression, and which more in a statement. */
enum Syntax {
    EXPRESSION,
    STATEMENT,
    /** A statement that changes tables or what is in them. */
    CHANGE;

    private static final Set<String> IN_EXPRESSIONS = Set.of(
            // values
            "BooleanValue",
            "DateTimeLiteralExpression",
            "DateValue",
            "DoubleValue",
            "HexValue",
            "DateUnitExpression",
            "IntervalExpression",
            "IntervalQualifier",
            "LongValue",
            "NullValue",
            "StringValue",
            "TimeKeyExpression",
            "TimeValue",
            "TimestampValue",
            // names and calls
            "AnalyticExpression",
            "CastExpression",
            "ColDataType",
            "CollateExpression",
            "Column",
            "ExtractExpression",
            "FilterOverImpl",
            "Function",
            "KeywordArgument",
            "NamedExpressionList",
            "OracleNamedFunctionParameter",
            "OrderByClause",
            "OrderByElement",
            "PartitionByClause",
            "TimezoneExpression",
            "TrimFunction",
            "WindowDefinition",
            "WindowElement",
            "WindowOffset",
            "WindowRange",
            // operators
            "Addition",
            "AndExpression",
            "Between",
            "BitwiseAnd",
            "BitwiseLeftShift",
            "BitwiseOr",
            "BitwiseRightShift",
            "BitwiseXor",
            "CaseExpression",
            "Concat",
            "ContainedBy",
            "Contains",
            "CosineSimilarity",
            "Division",
            "DoubleAnd",
            "EqualsTo",
            "GreaterThan",
            "GreaterThanEquals",
            "InExpression",
            "IntegerDivision",
            "IsBooleanExpression",
            "IsDistinctExpression",
            "IsNullExpression",
            "IsUnknownExpression",
            "LikeExpression",
            "MinorThan",
            "MinorThanEquals",
            "Modulo",
            "Multiplication",
            "NotEqualsTo",
            "NotExpression",
            "OrExpression",
            "OverlapsCondition",
            "RangeExpression",
            "RegExpMatchOperator",
            "SignedExpression",
            "SimilarToExpression",
            "Subtraction",
            "WhenClause",
            "XorExpression",
            // lists and JSON
            "ArrayConstructor",
            "ArrayExpression",
            "ExpressionList",
            "JsonAggregateFunction",
            "JsonExpression",
            "JsonFunction",
            "JsonFunctionExpression",
            "JsonKeyValuePair",
            "JsonOperator",
            "LambdaExpression",
            "Parenthesis",
            "ParenthesedExpressionList",
            "RowConstructor",
            "RowGetExpression",
            "TranscodingFunction");

    private static final Set<String> IN_STATEMENTS = Set.of(
            "Alias",
            "AliasColumn",
            "AllColumns",
            "AllTableColumns",
            "AllValue",
            "AnyComparisonExpression",
            "Distinct",
            "ExceptOp",
            "ExistsExpression",
            "Fetch",
            "GroupByElement",
            "IntersectOp",
            "Join",
            "LateralSubSelect",
            "Limit",
            "MinusOp",
            "Offset",
            "ParenthesedFromItem",
            "ParenthesedSelect",
            "Pivot",
            "PlainSelect",
            "SampleClause",
            "SelectItem",
            "SetOperationList",
            "StructType",
            "Table",
            "TableFunction",
            "Top",
            "UnPivot",
            "UnionOp",
            "Values",
            "WithItem");

    private static final Set<String> IN_EITHER = union();
    private static final String STATEMENTS = "net.sf.jsqlparser.statement.";
    private static final Set<String> CHANGES = Set.of(
            "alter",
            "create.index",
            "create.table",
            "create.view",
            "delete",
            "drop",
            "insert",
            "merge",
            "truncate",
            "update");
    /** Of their packages, what reaches beyond tables. */
    private static final Set<String> NO_CHANGES = Set.of("AlterSystemStatement", "AlterSession", "OutputClause");

    private static Set<String> union() {
        Set<String> all = new HashSet<>(IN_EXPRESSIONS);
        all.addAll(IN_STATEMENTS);
        return all;
    }

    boolean allows(Class<?> node) {
        return (this == EXPRESSION ? IN_EXPRESSIONS : IN_EITHER).contains(node.getSimpleName())
                || this == CHANGE && isChange(node);
    }

    private static boolean isChange(Class<?> node) {
        String place = node.getPackageName();
        return place.startsWith(STATEMENTS)
                && CHANGES.contains(place.substring(STATEMENTS.length()))
                && !NO_CHANGES.contains(node.getSimpleName());
    }

    String refusal(Class<?> node) {
        String name = node.getSimpleName();
        if (this != EXPRESSION) {
            return "This syntax is not allowed: " + words(name);
        }
        if (name.endsWith("Select")
                || name.equals("ExistsExpression")
                || name.equals("SetOperationList")
                || name.equals("Values")) {
            return "Sub-queries are not allowed here";
        }
        return "This syntax is not allowed here: " + words(name);
    }

    /** {@code SampleClause} as sample clause. */
    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
