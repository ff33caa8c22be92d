package dev.karavel.datasource.sqlite;

import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.SqlSyntax.Folding;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.TimeGrain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** SQLite's SQL: times are texts like {@code 2024-01-31 12:00:00}, or are made so first; truth is 1 or 0. */
final class SqliteDialect extends StandardDialect {
    private static final Set<String> FUNCTIONS = Set.of(
            "datetime",
            "glob",
            "hex",
            "json",
            "json_array",
            "json_group_array",
            "json_group_object",
            "json_object",
            "julianday",
            "percentile",
            "quote",
            "stdev",
            "timediff",
            "total",
            "unhex",
            "unixepoch");

    @Override
    public String id() {
        return "sqlite";
    }

    @Override
    public Optional<String> explain(String select) {
        return Optional.of("EXPLAIN QUERY PLAN " + select);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.COMMON_TABLE_EXPRESSIONS,
                Capability.WINDOW_FUNCTIONS,
                Capability.PERCENTILE,
                Capability.NULLS_ORDERING,
                Capability.SCHEMAS,
                Capability.CANCEL);
    }

    /** An unknown name in double quotes would be taken for a text. */
    @Override
    public String quote(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    @Override
    protected String date(LocalDate date) {
        return text(date.toString());
    }

    @Override
    protected String timestamp(LocalDateTime moment) {
        return text(iso(moment));
    }

    @Override
    public String percentile(String expression, double fraction) {
        return "PERCENTILE_CONT(" + expression + ", " + literal(BigDecimal.valueOf(fraction)) + ")";
    }

    @Override
    public String limit(String statement, int limit, int offset) {
        return limit > 0 || offset <= 0
                ? super.limit(statement, limit, offset)
                : statement + "\nLIMIT -1\nOFFSET " + offset;
    }

    @Override
    public String truncate(TimeGrain grain, String expression) {
        String time = SqliteTimes.seconds(expression);
        return switch (grain) {
            case SECOND -> time;
            case FIVE_SECONDS -> back(time, time, "%S", 5, "seconds");
            case THIRTY_SECONDS -> back(time, time, "%S", 30, "seconds");
            case MINUTE -> minute(time);
            case FIVE_MINUTES -> back(minute(time), time, "%M", 5, "minutes");
            case TEN_MINUTES -> back(minute(time), time, "%M", 10, "minutes");
            case FIFTEEN_MINUTES -> back(minute(time), time, "%M", 15, "minutes");
            case THIRTY_MINUTES -> back(minute(time), time, "%M", 30, "minutes");
            case HOUR -> hour(time);
            case SIX_HOURS -> back(hour(time), time, "%H", 6, "hours");
            case DAY -> moved(time, "start of day");
            case WEEK, WEEK_STARTING_MONDAY -> moved(time, "start of day", "-6 days", "weekday 1");
            case WEEK_STARTING_SUNDAY -> moved(time, "start of day", "-6 days", "weekday 0");
            case WEEK_ENDING_SATURDAY -> moved(time, "start of day", "weekday 6");
            case WEEK_ENDING_SUNDAY -> moved(time, "start of day", "weekday 0");
            case MONTH -> moved(time, "start of month");
            case QUARTER ->
                "datetime(" + time + ", 'start of month', '-' || ((strftime('%m', " + time
                        + ") - 1) % 3) || ' months')";
            case YEAR -> moved(time, "start of year");
        };
    }

    private static String minute(String time) {
        return "strftime('%Y-%m-%d %H:%M:00', " + time + ")";
    }

    private static String hour(String time) {
        return "strftime('%Y-%m-%d %H:00:00', " + time + ")";
    }

    /** By what is left of a part of the time when divided by the step: right before 1970 as well. */
    private static String back(String from, String time, String part, int step, String unit) {
        return "datetime(" + from + ", '-' || (strftime('" + part + "', " + time + ") % " + step + ") || ' " + unit
                + "')";
    }

    private static String moved(String time, String... by) {
        return "datetime(" + time + ", '" + String.join("', '", by) + "')";
    }

    @Override
    public String comparable(String column, ColumnType type) {
        return type == ColumnType.DATE ? SqliteTimes.days(column) : SqliteTimes.moments(column);
    }

    @Override
    public String atZone(String timestamp, ZoneId zone, LocalDateTime from, LocalDateTime to) {
        return super.atZone(SqliteTimes.moments(timestamp), zone, from, to);
    }

    @Override
    public String plusSeconds(String timestamp, long seconds) {
        return "datetime(" + timestamp + ", '" + (seconds < 0 ? "" : "+") + seconds + " seconds')";
    }

    @Override
    public SqlSyntax syntax() {
        return SqlSyntax.standard()
                .withNameQuotes(Set.of('"', '`', '['))
                .withNames(Folding.IGNORED, true)
                .withFunctions(FUNCTIONS)
                .withSystemSchemas(Set.of("temp"));
    }

    @Override
    public String typeName(ColumnType type) {
        return type == ColumnType.TEXT ? "TEXT" : super.typeName(type);
    }

    /** By the word that was declared, read as SQLite reads it for its affinity. */
    @Override
    public ColumnType columnType(String sourceType) {
        String type = sourceType.toUpperCase(Locale.ROOT);
        if (type.startsWith("DATETIME") || type.startsWith("TIMESTAMP")) {
            return ColumnType.TIMESTAMP;
        }
        if (type.equals("DATE")) {
            return ColumnType.DATE;
        }
        if (type.startsWith("BOOL")) {
            return ColumnType.BOOLEAN;
        }
        if (type.contains("INT")) {
            return ColumnType.INTEGER;
        }
        boolean decimal = type.contains("REAL")
                || type.contains("FLOA")
                || type.contains("DOUB")
                || type.startsWith("NUM")
                || type.startsWith("DEC");
        return decimal ? ColumnType.DECIMAL : ColumnType.TEXT;
    }
}
