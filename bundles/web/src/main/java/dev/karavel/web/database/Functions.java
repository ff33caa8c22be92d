package dev.karavel.web.database;

import java.util.List;

/** Functions that most warehouses have under these names: words to complete, no promise. */
final class Functions {
    static final List<String> COMMON = List.of(
            "ABS",
            "AVG",
            "CAST",
            "CEIL",
            "COALESCE",
            "CONCAT",
            "COUNT",
            "CURRENT_DATE",
            "CURRENT_TIMESTAMP",
            "DATE_TRUNC",
            "DENSE_RANK",
            "EXP",
            "EXTRACT",
            "FIRST_VALUE",
            "FLOOR",
            "GREATEST",
            "LAG",
            "LAST_VALUE",
            "LEAD",
            "LEAST",
            "LENGTH",
            "LN",
            "LOWER",
            "MAX",
            "MIN",
            "MOD",
            "NTILE",
            "NULLIF",
            "PERCENTILE_CONT",
            "POWER",
            "RANK",
            "REPLACE",
            "ROUND",
            "ROW_NUMBER",
            "SQRT",
            "STDDEV",
            "SUBSTRING",
            "SUM",
            "TRIM",
            "UPPER",
            "VARIANCE");

    private Functions() {}
}
