package dev.karavel.datasource.cloud;

import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.SqlSyntax;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Databricks' SQL, which is Spark's, in a session whose zone is UTC. */
final class DatabricksDialect extends DateAddDialect {
    private static final SqlSyntax SYNTAX = SqlSyntax.standard()
            .withNameQuotes(Set.of('`'))
            .withTextQuotes(Set.of('\'', '"'))
            .withReading(true, false, false)
            .withNames(SqlSyntax.Folding.IGNORED, true)
            // with the names of formats, behind which a file may be named as if it were a table
            .withSystemSchemas(Set.of(
                    "avro",
                    "binaryfile",
                    "csv",
                    "delta",
                    "iceberg",
                    "image",
                    "information_schema",
                    "jdbc",
                    "json",
                    "kafka",
                    "libsvm",
                    "orc",
                    "parquet",
                    "system",
                    "text",
                    "xml"))
            .withFunctions(Set.of(
                    "approx_percentile",
                    "bround",
                    "charindex",
                    "collect_list",
                    "collect_set",
                    "conv",
                    "date_from_unix_date",
                    "dayname",
                    "elt",
                    "endswith",
                    "equal_null",
                    "expm1",
                    "find_in_set",
                    "from_utc_timestamp",
                    "get",
                    "get_json_object",
                    "hypot",
                    "json_tuple",
                    "len",
                    "log1p",
                    "make_dt_interval",
                    "make_ym_interval",
                    "next_day",
                    "percentile",
                    "percentile_approx",
                    "pmod",
                    "regexp",
                    "rint",
                    "rlike",
                    "sha",
                    "sha2",
                    "shiftleft",
                    "shiftright",
                    "size",
                    "split",
                    "startswith",
                    "std",
                    "substring_index",
                    "timestamp_micros",
                    "timestamp_millis",
                    "timestamp_seconds",
                    "to_number",
                    "to_unix_timestamp",
                    "to_utc_timestamp",
                    "try_add",
                    "try_avg",
                    "try_divide",
                    "try_element_at",
                    "try_multiply",
                    "try_subtract",
                    "try_sum",
                    "try_to_number",
                    "try_to_timestamp",
                    "unix_date",
                    "unix_micros",
                    "unix_millis",
                    "unix_seconds"));

    @Override
    public String id() {
        return "databricks";
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public String quote(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    /** A quote is escaped, never doubled: two texts side by side are one, without a quote between them. */
    @Override
    protected String text(String value) {
        return '\'' + value.replace("\\", "\\\\").replace("'", "\\'") + '\'';
    }

    @Override
    public String atZone(String timestamp, ZoneId zone, LocalDateTime from, LocalDateTime to) {
        return "FROM_UTC_TIMESTAMP(" + utc(timestamp) + ", " + text(zone.getId()) + ")";
    }

    @Override
    public String typeName(ColumnType type) {
        return switch (type) {
            case TEXT -> "STRING";
            case DECIMAL -> "DOUBLE";
            case INTEGER, BOOLEAN, DATE, TIMESTAMP -> super.typeName(type);
        };
    }

    @Override
    public Optional<String> explain(String select) {
        return Optional.of("EXPLAIN " + select);
    }

    @Override
    public ColumnType columnType(String sourceType) {
        String type =
                sourceType.toUpperCase(Locale.ROOT).replaceAll("[(<].*", "").trim();
        return switch (type) {
            case "BYTE", "SHORT", "LONG" -> ColumnType.INTEGER;
            case "DEC" -> ColumnType.DECIMAL;
            case "TIMESTAMP_NTZ", "TIMESTAMP_LTZ" -> ColumnType.TIMESTAMP;
            default -> super.columnType(type);
        };
    }
}
