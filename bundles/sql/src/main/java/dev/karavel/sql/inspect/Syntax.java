package dev.karavel.sql.inspect;

import java.util.HashSet;
import java.util.Set;

/** Which classes of the parser's tree may stand in an expression, and which more in a statement. */
enum Syntax {
    EXPRESSION,
    STATEMENT;

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
            "Division",
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
            "JsonExpression",
            "JsonOperator",
            "Parenthesis",
            "ParenthesedExpressionList",
            "RowConstructor");

    private static final Set<String> IN_STATEMENTS = Set.of(
            "Alias",
            "AliasColumn",
            "AllColumns",
            "AllTableColumns",
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
            "PlainSelect",
            "SelectItem",
            "SetOperationList",
            "Table",
            "UnionOp",
            "Values",
            "WithItem");

    private static final Set<String> IN_EITHER = union();

    private static Set<String> union() {
        Set<String> all = new HashSet<>(IN_EXPRESSIONS);
        all.addAll(IN_STATEMENTS);
        return all;
    }

    boolean allows(Class<?> node) {
        return (this == EXPRESSION ? IN_EXPRESSIONS : IN_EITHER).contains(node.getSimpleName());
    }

    String refusal(Class<?> node) {
        String name = node.getSimpleName();
        if (name.endsWith("Select")
                || name.equals("ExistsExpression")
                || name.equals("SetOperationList")
                || name.equals("Values")) {
            return "Sub-queries are not allowed here";
        }
        return "This syntax is not allowed here: " + name;
    }
}
