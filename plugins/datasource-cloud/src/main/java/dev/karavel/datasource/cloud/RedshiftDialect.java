package dev.karavel.datasource.cloud;

import dev.karavel.spi.data.Aggregate;
import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Plan;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.Table;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Redshift's SQL: an early PostgreSQL's with functions of its own. It has a percentile of a group, but refuses two of different
 * columns in one SELECT; so none is asked for.
 */
final class RedshiftDialect extends DateAddDialect {
    private static final Map<String, Pattern> FIGURES = figures();

    private static Map<String, Pattern> figures() {
        Map<String, Pattern> figures = new LinkedHashMap<>();
        figures.put("Start-up cost", Pattern.compile("cost=([0-9.]+)\\.\\."));
        figures.put("Total cost", Pattern.compile("cost=[0-9.]+\\.\\.([0-9.]+)"));
        figures.put("Rows", Pattern.compile("rows=([0-9]+)"));
        return figures;
    }

    private static final SqlSyntax SYNTAX = SqlSyntax.standard()
            .withReading(true, false, true)
            .withNames(SqlSyntax.Folding.LOWER, false)
            .withSystemSchemas(
                    Set.of("information_schema", "pg_catalog", "pg_internal", "pg_toast", "pg_automv", "sys"))
            .withSystemTables(Set.of("stl_", "stv_", "svcs_", "svl_", "svv_", "sys_"))
            .withFunctions(Set.of(
                    "approximate",
                    "bpcharcmp",
                    "btrim",
                    "charindex",
                    "convert_timezone",
                    "crc32",
                    "datediff",
                    "decode",
                    "dexp",
                    "dlog1",
                    "dlog10",
                    "interval_cmp",
                    "is_valid_json",
                    "json_array_length",
                    "json_extract_array_element_text",
                    "json_extract_path_text",
                    "len",
                    "next_day",
                    "nvl2",
                    "ratio_to_report",
                    "regexp_count",
                    "strtol",
                    "sysdate",
                    "to_timestamp",
                    "trunc"));

    @Override
    public String id() {
        return "redshift";
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
        return EnumSet.complementOf(EnumSet.of(Capability.PERCENTILE));
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    /** Backslashes escape, as they did in that PostgreSQL. */
    @Override
    protected String text(String value) {
        return super.text(value.replace("\\", "\\\\"));
    }

    /** The mean of integers would be an integer. */
    @Override
    public String aggregate(Aggregate aggregate, String expression) {
        return aggregate == Aggregate.AVG
                ? "AVG(CAST(" + expression + " AS DOUBLE PRECISION))"
                : super.aggregate(aggregate, expression);
    }

    @Override
    public String atZone(String timestamp, ZoneId zone, LocalDateTime from, LocalDateTime to) {
        return "CONVERT_TIMEZONE('UTC', " + text(zone.getId()) + ", " + utc(timestamp) + ")";
    }

    @Override
    public ColumnType columnType(String sourceType) {
        return switch (sourceType.toLowerCase(Locale.ROOT)) {
            case "oid" -> ColumnType.INTEGER;
            default -> super.columnType(sourceType);
        };
    }
}
