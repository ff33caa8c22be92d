package dev.karavel.datasource.duckdb;

import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Plan;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.SqlSyntax.Folding;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.Table;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** DuckDB's SQL: close to PostgreSQL's, with types of its own. */
final class DuckDbDialect extends StandardDialect {
    private static final Pattern CARDINALITY = Pattern.compile("\"Estimated Cardinality\"\\s*:\\s*\"?~?([0-9]{1,18})");

    private static final SqlSyntax SYNTAX = SqlSyntax.standard()
            .withReading(false, false, true)
            .withNames(Folding.IGNORED, true)
            .withSystemSchemas(Set.of("information_schema", "pg_catalog", "system", "temp"))
            .withFunctions(Set.of(
                    ("array_to_list array_value ago bar bitstring_agg datesub date_add dayofmonth formatReadableSize"
                                    + " greatest_common_divisor hamming histogram_values json_array json_group_array json_group_object"
                                    + " json_merge_patch json_object json_structure lpad list_any_value list_append list_count"
                                    + " list_filter list_indexof list_prepend list_reverse list_reverse_sort list_transform list_var_samp"
                                    + " list_zip list_first list_last list_stddev_samp list_mode list_cosine_similarity list_distance"
                                    + " map_concat map_entries map_from_entries mismatches nfc_normalize regexp_escape reservoir_quantile"
                                    + " string_to_array str_split_regex struct_insert to_centuries to_decades to_millennia union_value"
                                    + " count_star isoyear bool_and approx_count_distinct arg_max_null array_filter array_transform"
                                    + " array_sort array_reverse_sort array_indexof array_intersect list_intersect max_by min_by"
                                    + " group_concat timetz time_bucket trim_array try_to_timestamp weekday")
                            .split(" ")));

    @Override
    public String id() {
        return "duckdb";
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public Optional<String> explain(String select) {
        return Optional.of("EXPLAIN " + select);
    }

    @Override
    public Optional<String> costQuestion(String select) {
        return Optional.of("EXPLAIN (FORMAT JSON) " + select);
    }

    /** It guesses rows alone: the result's, and the most that a step has to look at. */
    @Override
    public Map<String, String> costs(Table answer) {
        List<Long> rows =
                Plan.of(answer).all(CARDINALITY).stream().map(Long::valueOf).toList();
        Map<String, String> costs = new LinkedHashMap<>();
        if (!rows.isEmpty()) {
            costs.put("Rows", rows.get(0).toString());
            costs.put("Rows of the largest step", Collections.max(rows).toString());
        }
        return costs;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    protected String bucket(String from, int size, String unit, String timestamp) {
        return "TIME_BUCKET(INTERVAL '" + size + "' " + unit + ", " + timestamp + ")";
    }

    /** Of decimals it would be rounded to their digits. */
    @Override
    public String percentile(String expression, double fraction) {
        return super.percentile("CAST(" + expression + " AS DOUBLE)", fraction);
    }

    @Override
    public ColumnType columnType(String sourceType) {
        return switch (sourceType.toUpperCase(Locale.ROOT)) {
            case "HUGEINT", "UHUGEINT", "UBIGINT", "BIGNUM" -> ColumnType.DECIMAL;
            case "UTINYINT", "USMALLINT", "UINTEGER" -> ColumnType.INTEGER;
            case "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> ColumnType.TIMESTAMP;
            default -> super.columnType(sourceType);
        };
    }
}
