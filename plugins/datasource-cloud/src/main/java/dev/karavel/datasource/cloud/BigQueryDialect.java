package dev.karavel.datasource.cloud;

import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.TimeGrain;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * BigQuery's SQL. A TIMESTAMP is a moment, a DATETIME a wall clock, and neither is compared with the other; a text that looks
 * like one is compared with both. Grains are DATETIMEs in UTC. Percentiles are of windows only, not of groups.
 */
final class BigQueryDialect extends StandardDialect {
    private static final Pattern NAMEABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,299}");

    private static final SqlSyntax SYNTAX = SqlSyntax.standard()
            .withNameQuotes(Set.of('`'))
            .withTextQuotes(Set.of('\'', '"'))
            .withReading(true, true, false)
            .withNames(SqlSyntax.Folding.NONE, false)
            .withSystemSchemas(Set.of("information_schema"))
            .withFunctions(Set.of(
                    "approx_quantiles",
                    "approx_top_count",
                    "approx_top_sum",
                    "byte_length",
                    "code_points_to_string",
                    "date_from_unix_date",
                    "datetime_add",
                    "datetime_diff",
                    "datetime_sub",
                    "datetime_trunc",
                    "format_date",
                    "format_datetime",
                    "format_timestamp",
                    "ieee_divide",
                    "is_inf",
                    "is_nan",
                    "json_extract_scalar",
                    "json_query",
                    "json_value",
                    "logical_and",
                    "logical_or",
                    "normalize",
                    "offset",
                    "ordinal",
                    "parse_date",
                    "parse_datetime",
                    "parse_timestamp",
                    "range_bucket",
                    "regexp_contains",
                    "safe_add",
                    "safe_cast",
                    "safe_divide",
                    "safe_multiply",
                    "safe_negate",
                    "safe_offset",
                    "safe_subtract",
                    "sha512",
                    "split",
                    "string",
                    "time_add",
                    "time_diff",
                    "time_sub",
                    "time_trunc",
                    "timestamp_add",
                    "timestamp_diff",
                    "timestamp_micros",
                    "timestamp_millis",
                    "timestamp_seconds",
                    "timestamp_sub",
                    "timestamp_trunc",
                    "to_code_points",
                    "unix_date",
                    "unix_micros",
                    "unix_millis",
                    "unix_seconds"));

    @Override
    public String id() {
        return "bigquery";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.PERCENTILE, Capability.ILIKE));
    }

    /** Its LIKE knows no ESCAPE. */
    @Override
    public String contains(String expression, String text) {
        return "STRPOS(LOWER(" + expression + "), LOWER(" + literal(text) + ")) > 0";
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    /** Within backticks escapes are read as in texts. */
    @Override
    public String quote(String identifier) {
        return '`' + escaped(identifier, '`') + '`';
    }

    @Override
    protected String text(String value) {
        return '\'' + escaped(value, '\'') + '\'';
    }

    private static String escaped(String text, char quote) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c == '\\' || c == quote) {
                escaped.append('\\').append(c);
            } else if (c == '\n') {
                escaped.append("\\n");
            } else if (c == '\r') {
                escaped.append("\\r");
            } else if (c < ' ' && c != '\t') {
                escaped.append(String.format("\\x%02x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** As a text, which is a TIMESTAMP or a DATETIME, whichever it is compared with. */
    @Override
    protected String timestamp(LocalDateTime moment) {
        return text(iso(moment));
    }

    private static String utc(String expression) {
        return "CAST(" + expression + " AS DATETIME)";
    }

    @Override
    public String truncate(TimeGrain grain, String expression) {
        String time = utc(expression);
        return switch (grain) {
            case SECOND, MINUTE, HOUR, DAY, MONTH, QUARTER, YEAR -> truncated(grain.name(), time);
            case FIVE_SECONDS -> bucket("MINUTE", 5, "SECOND", time);
            case THIRTY_SECONDS -> bucket("MINUTE", 30, "SECOND", time);
            case FIVE_MINUTES -> bucket("HOUR", 5, "MINUTE", time);
            case TEN_MINUTES -> bucket("HOUR", 10, "MINUTE", time);
            case FIFTEEN_MINUTES -> bucket("HOUR", 15, "MINUTE", time);
            case THIRTY_MINUTES -> bucket("HOUR", 30, "MINUTE", time);
            case SIX_HOURS -> bucket("DAY", 6, "HOUR", time);
            case WEEK, WEEK_STARTING_MONDAY -> truncated("WEEK(MONDAY)", time);
            case WEEK_STARTING_SUNDAY -> truncated("WEEK(SUNDAY)", time);
            case WEEK_ENDING_SATURDAY -> add(truncated("WEEK(SUNDAY)", time), "6", "DAY");
            case WEEK_ENDING_SUNDAY -> add(truncated("WEEK(MONDAY)", time), "6", "DAY");
        };
    }

    @Override
    protected String truncated(String unit, String timestamp) {
        return "DATETIME_TRUNC(" + timestamp + ", " + unit + ")";
    }

    @Override
    protected String bucket(String from, int size, String unit, String timestamp) {
        String count = "DIV(EXTRACT(" + unit + " FROM " + timestamp + "), " + size + ") * " + size;
        return add(truncated(from, timestamp), count, unit);
    }

    private static String add(String time, String number, String unit) {
        return "DATETIME_ADD(" + time + ", INTERVAL " + number + " " + unit + ")";
    }

    @Override
    public String plusSeconds(String timestamp, long seconds) {
        return add(utc(timestamp), String.valueOf(seconds), "SECOND");
    }

    @Override
    public String atZone(String timestamp, ZoneId zone, LocalDateTime from, LocalDateTime to) {
        return "DATETIME(CAST(" + timestamp + " AS TIMESTAMP), " + text(zone.getId()) + ")";
    }

    @Override
    public String limit(String statement, int limit, int offset) {
        return limit <= 0 && offset > 0
                ? super.limit(statement + "\nLIMIT " + Long.MAX_VALUE, 0, offset)
                : super.limit(statement, limit, offset);
    }

    /** Results have the names that tables may have, whatever stands in backticks. */
    @Override
    public boolean isNameable(String label) {
        return NAMEABLE.matcher(label).matches();
    }

    @Override
    public String typeName(ColumnType type) {
        return switch (type) {
            case TEXT -> "STRING";
            case INTEGER -> "INT64";
            case DECIMAL -> "FLOAT64";
            case BOOLEAN -> "BOOL";
            case DATE -> "DATE";
            case TIMESTAMP -> "DATETIME";
        };
    }

    @Override
    public ColumnType columnType(String sourceType) {
        String type =
                sourceType.toUpperCase(Locale.ROOT).replaceAll("[(<].*", "").trim();
        return switch (type) {
            case "INT64" -> ColumnType.INTEGER;
            case "FLOAT64", "BIGNUMERIC", "BIGDECIMAL" -> ColumnType.DECIMAL;
            default -> super.columnType(type);
        };
    }
}
