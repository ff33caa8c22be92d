package dev.karavel.datasource.postgresql;

import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Plan;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.SqlSyntax.Folding;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.Table;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** PostgreSQL's SQL, which the standard dialect follows closely. */
final class PostgresqlDialect extends StandardDialect {
    private static final Map<String, Pattern> FIGURES = figures();

    private static Map<String, Pattern> figures() {
        Map<String, Pattern> figures = new LinkedHashMap<>();
        figures.put("Start-up cost", Pattern.compile("cost=([0-9.]+)\\.\\."));
        figures.put("Total cost", Pattern.compile("cost=[0-9.]+\\.\\.([0-9.]+)"));
        figures.put("Rows", Pattern.compile("rows=([0-9]+)"));
        return figures;
    }

    private static final SqlSyntax SYNTAX = SqlSyntax.standard()
            .withReading(false, false, true)
            .withNames(Folding.LOWER, false)
            .withSystemSchemas(Set.of("information_schema", "pg_catalog", "pg_toast"))
            .withFunctions(Set.of(("array_remove array_replace array_ndims array_dims array_to_json array_positions age"
                            + " json_agg json_build_array json_build_object json_object_agg json_strip_nulls jsonb_agg jsonb_build_array"
                            + " jsonb_build_object jsonb_object_agg jsonb_pretty jsonb_strip_nulls justify_hours make_date num_nonnulls"
                            + " num_nulls range_agg row_to_json scale string_to_array to_jsonb trim_scale min_scale normalize"
                            + " int4range int8range numrange tsrange daterange isempty lower_inc upper_inc quote_literal"
                            + " regexp_like regexp_substr regexp_instr regexp_count date_bin erf erfc btrim")
                    .split(" ")));

    @Override
    public String id() {
        return "postgresql";
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
        return explain(select);
    }

    /** Of the topmost step: {@code Limit  (cost=0.00..1.01 rows=1 width=4)}. */
    @Override
    public Map<String, String> costs(Table answer) {
        Map<String, String> costs = new LinkedHashMap<>();
        Plan plan = Plan.of(answer);
        FIGURES.forEach((name, figure) -> plan.first(figure).ifPresent(value -> costs.put(name, value)));
        return costs;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public ColumnType columnType(String sourceType) {
        return switch (sourceType.toLowerCase(Locale.ROOT)) {
            case "serial", "bigserial", "smallserial" -> ColumnType.INTEGER;
            default -> super.columnType(sourceType);
        };
    }
}
