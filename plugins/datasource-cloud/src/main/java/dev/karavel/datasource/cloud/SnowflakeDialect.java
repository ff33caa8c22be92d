package dev.karavel.datasource.cloud;

import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.SqlSyntax;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Snowflake's SQL, in a session whose weeks begin on Monday and whose zone is UTC. */
final class SnowflakeDialect extends DateAddDialect {
    private static final SqlSyntax SYNTAX = SqlSyntax.standard()
            .withReading(true, false, true)
            .withNames(SqlSyntax.Folding.UPPER, false)
            .withSystemSchemas(Set.of(
                    "account_usage",
                    "data_sharing_usage",
                    "information_schema",
                    "organization_usage",
                    "reader_account_usage",
                    "snowflake"))
            .withFunctions(Set.of(
                    "array_size",
                    "as_double",
                    "as_integer",
                    "as_varchar",
                    "bitand",
                    "charindex",
                    "contains",
                    "convert_timezone",
                    "count_if",
                    "date_from_parts",
                    "div0",
                    "div0null",
                    "editdistance",
                    "endswith",
                    "equal_null",
                    "get_path",
                    "hll",
                    "ilike",
                    "is_null_value",
                    "last_day",
                    "len",
                    "monthname",
                    "next_day",
                    "nullifzero",
                    "object_keys",
                    "parse_json",
                    "previous_day",
                    "ratio_to_report",
                    "regr_valx",
                    "regr_valy",
                    "rlike",
                    "square",
                    "startswith",
                    "strtok",
                    "systimestamp",
                    "time_slice",
                    "timeadd",
                    "timediff",
                    "timestamp_from_parts",
                    "to_boolean",
                    "to_decimal",
                    "to_double",
                    "to_time",
                    "to_timestamp_ltz",
                    "to_timestamp_ntz",
                    "to_timestamp_tz",
                    "to_varchar",
                    "to_variant",
                    "try_parse_json",
                    "try_to_date",
                    "try_to_decimal",
                    "try_to_double",
                    "try_to_number",
                    "try_to_timestamp",
                    "weekiso",
                    "yearofweek",
                    "yearofweekiso"));

    @Override
    public String id() {
        return "snowflake";
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    protected String text(String value) {
        return super.text(value.replace("\\", "\\\\"));
    }

    /** By way of the session's zone: only so is what has a zone of its own shifted. */
    @Override
    protected String utc(String expression) {
        return "CAST(CAST(" + expression + " AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)";
    }

    @Override
    public String atZone(String timestamp, ZoneId zone, LocalDateTime from, LocalDateTime to) {
        return "CONVERT_TIMEZONE('UTC', " + text(zone.getId()) + ", " + utc(timestamp) + ")";
    }

    @Override
    public String limit(String statement, int limit, int offset) {
        return limit <= 0 && offset > 0
                ? statement + "\nLIMIT NULL\nOFFSET " + offset
                : super.limit(statement, limit, offset);
    }

    @Override
    public int longestList() {
        return 16_000;
    }

    @Override
    public Optional<String> explain(String select) {
        return Optional.of("EXPLAIN USING TEXT " + select);
    }

    @Override
    public ColumnType columnType(String sourceType) {
        String type = sourceType
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\([^()]*\\)", "")
                .trim();
        return switch (type) {
            case "NUMBER", "FIXED", "DECFLOAT" -> ColumnType.DECIMAL;
            case "TIMESTAMPNTZ", "TIMESTAMPLTZ", "TIMESTAMP_NTZ", "TIMESTAMP_LTZ", "TIMESTAMP_TZ" ->
                ColumnType.TIMESTAMP;
            default -> super.columnType(type);
        };
    }
}
