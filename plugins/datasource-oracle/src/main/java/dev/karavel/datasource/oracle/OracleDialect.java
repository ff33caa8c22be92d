package dev.karavel.datasource.oracle;

import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.TimeGrain;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * Oracle's SQL from 12.2 on: no type of truth before 23, no empty text, which is NULL, and a DATE that has hours. A DATE or
 * TIMESTAMP without zone is taken to be in UTC.
 */
final class OracleDialect extends StandardDialect {
    /** Equal to no text that a column holds, as an empty text would be if there were one. */
    private static final String EMPTY_TEXT = "CHR(0)";

    private static final SqlSyntax SYNTAX = SqlSyntax.standard()
            .withNames(SqlSyntax.Folding.UPPER, false)
            .withSystemSchemas(OracleSchemas.NAMES)
            .withSystemTables(Set.of(
                    "all_",
                    "cdb_",
                    "database_properties",
                    "dba_",
                    "dict_columns",
                    "dictionary",
                    "global_name",
                    "nls_database_parameters",
                    "nls_instance_parameters",
                    "nls_session_parameters",
                    "product_component_version",
                    "role_role_privs",
                    "role_sys_privs",
                    "role_tab_privs",
                    "session_context",
                    "session_privs",
                    "session_roles",
                    "user_catalog",
                    "user_col_",
                    "user_cons",
                    "user_db_links",
                    "user_ind",
                    "user_jobs",
                    "user_objects",
                    "user_role_privs",
                    "user_scheduler_",
                    "user_source",
                    "user_sys_privs",
                    "user_tab",
                    "user_trigger",
                    "user_users",
                    "user_views"))
            .withFunctions(Set.of(
                    "bitand",
                    "cast",
                    "chartorowid",
                    "collect",
                    "compose",
                    "decode",
                    "grouping",
                    "grouping_id",
                    "hextoraw",
                    "instrb",
                    "last_day",
                    "lengthb",
                    "lnnvl",
                    "nanvl",
                    "new_time",
                    "next_day",
                    "nls_upper",
                    "nls_lower",
                    "nls_initcap",
                    "numtodsinterval",
                    "numtoyminterval",
                    "ratio_to_report",
                    "rawtohex",
                    "remainder",
                    "standard_hash",
                    "stats_mode",
                    "substrb",
                    "sys_extract_utc",
                    "sysdate",
                    "systimestamp",
                    "to_binary_double",
                    "to_binary_float",
                    "to_dsinterval",
                    "to_nchar",
                    "to_timestamp_tz",
                    "to_yminterval",
                    "tz_offset",
                    "unistr"));

    @Override
    public String id() {
        return "oracle";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.COMMON_TABLE_EXPRESSIONS,
                Capability.WINDOW_FUNCTIONS,
                Capability.PERCENTILE,
                Capability.SEVERAL_DISTINCT_COUNTS,
                Capability.NULLS_ORDERING,
                Capability.SCHEMAS,
                Capability.CANCEL);
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public String literal(Object value) {
        return value instanceof Boolean truth ? truth ? "1" : "0" : super.literal(value);
    }

    @Override
    protected String text(String value) {
        return value.isEmpty() ? EMPTY_TEXT : super.text(value);
    }

    /** As a DATE wherever that can say it: compared with a TIMESTAMP, a column of dates would lose its index. */
    @Override
    protected String timestamp(LocalDateTime moment) {
        if (moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return date(moment.toLocalDate());
        }
        return moment.getNano() == 0
                ? "TO_DATE('" + iso(moment) + "', 'YYYY-MM-DD HH24:MI:SS')"
                : super.timestamp(moment);
    }

    @Override
    protected String date(LocalDate date) {
        return "DATE '" + date + "'";
    }

    /** The wall clock of a zone; UTC for what has none. */
    private static String zoned(String expression) {
        return "CAST(" + expression + " AS TIMESTAMP WITH TIME ZONE)";
    }

    @Override
    public String truncate(TimeGrain grain, String expression) {
        String time = "SYS_EXTRACT_UTC(" + zoned(expression) + ")";
        return switch (grain) {
            case SECOND -> bucket("MI", 1, "SECOND", time);
            case FIVE_SECONDS -> bucket("MI", 5, "SECOND", time);
            case THIRTY_SECONDS -> bucket("MI", 30, "SECOND", time);
            case MINUTE -> truncated("MI", time);
            case FIVE_MINUTES -> bucket("HH24", 5, "MINUTE", time);
            case TEN_MINUTES -> bucket("HH24", 10, "MINUTE", time);
            case FIFTEEN_MINUTES -> bucket("HH24", 15, "MINUTE", time);
            case THIRTY_MINUTES -> bucket("HH24", 30, "MINUTE", time);
            case HOUR -> truncated("HH24", time);
            case SIX_HOURS -> bucket("DD", 6, "HOUR", time);
            case DAY -> truncated("DD", time);
            case WEEK, WEEK_STARTING_MONDAY -> truncated("IW", time);
            case WEEK_STARTING_SUNDAY -> truncated("IW", time + " + INTERVAL '1' DAY") + " - INTERVAL '1' DAY";
            case WEEK_ENDING_SATURDAY -> truncated("IW", time + " + INTERVAL '1' DAY") + " + INTERVAL '5' DAY";
            case WEEK_ENDING_SUNDAY -> truncated("IW", time) + " + INTERVAL '6' DAY";
            case MONTH -> truncated("MM", time);
            case QUARTER -> truncated("Q", time);
            case YEAR -> truncated("YYYY", time);
        };
    }

    /** A DATE, whatever came in. */
    @Override
    protected String truncated(String unit, String timestamp) {
        return "TRUNC(" + timestamp + ", '" + unit + "')";
    }

    @Override
    protected String bucket(String from, int size, String unit, String timestamp) {
        String count = "EXTRACT(" + unit + " FROM " + timestamp + ")";
        String whole = size == 1 ? "FLOOR(" + count + ")" : "FLOOR(" + count + " / " + size + ") * " + size;
        return truncated(from, timestamp) + " + NUMTODSINTERVAL(" + whole + ", '" + unit + "')";
    }

    /** By the zones that the database itself knows. */
    @Override
    public String atZone(String timestamp, ZoneId zone, LocalDateTime from, LocalDateTime to) {
        return "CAST(" + zoned(timestamp) + " AT TIME ZONE " + text(zone.getId()) + " AS TIMESTAMP)";
    }

    @Override
    public String plusSeconds(String timestamp, long seconds) {
        return timestamp + " + NUMTODSINTERVAL(" + seconds + ", 'SECOND')";
    }

    @Override
    public String limit(String statement, int limit, int offset) {
        String skipped = offset > 0 ? statement + "\nOFFSET " + offset + " ROWS" : statement;
        return limit > 0 ? skipped + "\nFETCH NEXT " + limit + " ROWS ONLY" : skipped;
    }

    /** A name cannot hold a double quote, however it is written. */
    @Override
    public boolean isNameable(String label) {
        return label.indexOf('"') < 0;
    }

    @Override
    public int longestList() {
        return 1_000;
    }

    @Override
    public String typeName(ColumnType type) {
        return switch (type) {
            case TEXT -> "VARCHAR2(4000)";
            case INTEGER -> "NUMBER(19)";
            case DECIMAL -> "BINARY_DOUBLE";
            case BOOLEAN -> "NUMBER(1)";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
        };
    }

    @Override
    public ColumnType columnType(String sourceType) {
        String type = sourceType
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\([^()]*\\)", "")
                .trim();
        return switch (type) {
            // it has hours, minutes and seconds
            case "DATE", "TIMESTAMP WITH LOCAL TIME ZONE" -> ColumnType.TIMESTAMP;
            case "NUMBER", "BINARY_FLOAT", "BINARY_DOUBLE" -> ColumnType.DECIMAL;
            default -> super.columnType(type);
        };
    }
}
