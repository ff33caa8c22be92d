package dev.karavel.datasource.mysql;

import dev.karavel.spi.data.Aggregate;
import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Plan;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.TimeGrain;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The SQL that MySQL and MariaDB share, read as {@link MysqlFamily} sets each session: a backslash escapes, and double quotes
 * hold texts. Percentiles are missing: MySQL has none, and MariaDB's are not aggregates.
 */
final class MysqlDialect extends StandardDialect {
    private static final Pattern COST = Pattern.compile("\"(?:query_)?cost\"\\s*:\\s*\"?([0-9.e+]+)");
    private static final Pattern EXAMINED = Pattern.compile("\"rows(?:_examined_per_scan)?\"\\s*:\\s*([0-9]{1,18})");

    private static final Set<Capability> CAPABILITIES = EnumSet.of(
            Capability.COMMON_TABLE_EXPRESSIONS,
            Capability.WINDOW_FUNCTIONS,
            Capability.SEVERAL_DISTINCT_COUNTS,
            Capability.BOOLEAN_TYPE,
            Capability.SCHEMAS,
            Capability.CANCEL);

    /** LIMIT cannot be left out where there is an OFFSET; the manual's own number. */
    private static final String ALL_ROWS = "18446744073709551615";

    private static final Pattern EMPTY_LAST =
            Pattern.compile("^CASE WHEN (.*) IS NULL THEN 1 ELSE 0 END, (\\1 DESC)$", Pattern.DOTALL);

    private static final SqlSyntax SYNTAX = SqlSyntax.standard()
            .withNameQuotes(Set.of('`'))
            .withTextQuotes(Set.of('\'', '"'))
            .withReading(true, true, false)
            .withNames(SqlSyntax.Folding.IGNORED, true)
            .withFunctions(SafeFunctions.NAMES)
            .withSystemSchemas(MysqlFamily.SYSTEM_SCHEMAS);

    private final String id;

    MysqlDialect(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<String> explain(String select) {
        return Optional.of("EXPLAIN " + select);
    }

    @Override
    public Optional<String> costQuestion(String select) {
        return Optional.of("EXPLAIN FORMAT=JSON " + select);
    }

    /** MariaDB tells its cost only since 11.0. */
    @Override
    public Map<String, String> costs(Table answer) {
        Plan plan = Plan.of(answer);
        Map<String, String> costs = new LinkedHashMap<>();
        plan.first(COST).ifPresent(cost -> costs.put("Query cost", cost));
        long rows = plan.all(EXAMINED).stream().mapToLong(Long::parseLong).sum();
        costs.put("Rows examined", String.valueOf(rows));
        return costs;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.copyOf(CAPABILITIES);
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    /** Names hold no characters beyond the first 65,536, so no table has one. */
    @Override
    public String quote(String identifier) {
        return '`' + identifier.replace("`", "``").replaceAll("[\\x{10000}-\\x{10FFFF}]", "\uFFFD") + '`';
    }

    @Override
    protected String text(String value) {
        return '\'' + value.replace("\\", "\\\\").replace("'", "''").replace("\0", "\\0") + '\'';
    }

    /** In floating point: the quotient of exact numbers is cut after four more digits. */
    @Override
    public String aggregate(Aggregate aggregate, String expression) {
        return aggregate == Aggregate.AVG ? "AVG((" + expression + ") + 0E0)" : super.aggregate(aggregate, expression);
    }

    @Override
    public String limit(String statement, int limit, int offset) {
        String all = limit == 0 && offset > 0 ? "\nLIMIT " + ALL_ROWS : "";
        return super.limit(statement + all, limit, offset);
    }

    /** Empty values are the smallest, so they come last by themselves when the biggest come first: then an index may serve. */
    @Override
    public String page(String statement, List<String> orderBy, int limit, int offset) {
        List<String> plain = orderBy.stream()
                .map(key -> EMPTY_LAST.matcher(key).replaceFirst("$2"))
                .toList();
        return super.page(statement, plain, limit, offset);
    }

    @Override
    public String plusSeconds(String timestamp, long seconds) {
        return timestamp + (seconds < 0 ? " - " : " + ") + "INTERVAL " + Math.abs(seconds) + " SECOND";
    }

    /** Without DATE_TRUNC: the start of the day and what is added to it; a week starts on Monday for WEEKDAY. */
    @Override
    public String truncate(TimeGrain grain, String expression) {
        String time = "(" + expression + ")";
        String day = "DATE" + time;
        return switch (grain) {
            case SECOND -> seconds(time, 1);
            case FIVE_SECONDS -> seconds(time, 5);
            case THIRTY_SECONDS -> seconds(time, 30);
            case MINUTE -> seconds(time, 60);
            case FIVE_MINUTES -> seconds(time, 300);
            case TEN_MINUTES -> seconds(time, 600);
            case FIFTEEN_MINUTES -> seconds(time, 900);
            case THIRTY_MINUTES -> seconds(time, 1_800);
            case HOUR -> seconds(time, 3_600);
            case SIX_HOURS -> seconds(time, 21_600);
            case DAY -> timestamp(day);
            case WEEK, WEEK_STARTING_MONDAY -> timestamp(day + " - INTERVAL WEEKDAY" + time + " DAY");
            case WEEK_ENDING_SUNDAY -> timestamp(day + " + INTERVAL (6 - WEEKDAY" + time + ") DAY");
            case WEEK_STARTING_SUNDAY -> timestamp(day + " - INTERVAL (DAYOFWEEK" + time + " - 1) DAY");
            case WEEK_ENDING_SATURDAY -> timestamp(day + " + INTERVAL (7 - DAYOFWEEK" + time + ") DAY");
            case MONTH -> timestamp(day + " - INTERVAL (DAYOFMONTH" + time + " - 1) DAY");
            case QUARTER -> timestamp(year(day, time) + " + INTERVAL (QUARTER" + time + " - 1) QUARTER");
            case YEAR -> timestamp(year(day, time));
        };
    }

    private static String year(String day, String time) {
        return day + " - INTERVAL (DAYOFYEAR" + time + " - 1) DAY";
    }

    /** By DIV, since a quotient is rounded after four digits and the last second of a day would be the next one. */
    private static String seconds(String time, int step) {
        String second = "TIME_TO_SEC" + time + (step == 1 ? " DIV 1" : " DIV " + step + " * " + step);
        return "DATE" + time + " + INTERVAL (" + second + ") SECOND";
    }

    private static String timestamp(String date) {
        return "CAST(" + date + " AS DATETIME)";
    }

    /** A name without its database would be one of the session's database. */
    @Override
    public String rename(TableName table, String name) {
        return "ALTER TABLE " + table.quoted(this) + " RENAME TO " + new TableName(table.schema(), name).quoted(this);
    }

    @Override
    public String typeName(ColumnType type) {
        return switch (type) {
            case TEXT -> "LONGTEXT CHARACTER SET utf8mb4";
            case DECIMAL -> "DOUBLE";
            case TIMESTAMP -> "DATETIME(6)";
            default -> super.typeName(type);
        };
    }

    @Override
    public ColumnType columnType(String sourceType) {
        String type = sourceType.toUpperCase(Locale.ROOT);
        return switch (type.replace(" UNSIGNED", "").replace(" ZEROFILL", "")) {
            case "YEAR" -> ColumnType.INTEGER;
            case "TINYINT(1)" -> ColumnType.BOOLEAN;
            // the largest is twice what an INTEGER of ours holds
            case "BIGINT" -> type.endsWith("UNSIGNED") ? ColumnType.DECIMAL : ColumnType.INTEGER;
            default -> super.columnType(type.replace(" UNSIGNED", "").replace(" ZEROFILL", ""));
        };
    }
}
