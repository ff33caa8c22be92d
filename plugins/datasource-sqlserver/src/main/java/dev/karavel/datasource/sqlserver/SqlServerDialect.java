package dev.karavel.datasource.sqlserver;

import dev.karavel.spi.data.Aggregate;
import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.TimeGrain;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Transact-SQL as every version since 2012 speaks it: no DATE_TRUNC, no intervals, no NULLS LAST, no LIMIT, no percentile of a
 * group; integers stay integers in SUM and AVG.
 */
final class SqlServerDialect extends StandardDialect {
    /** A Monday, and before every other date there is, so that what is counted from it is never negative. */
    private static final String FIRST_DAY = "CAST('0001-01-01' AS DATETIME2)";

    private static final SqlSyntax SYNTAX = SqlSyntax.standard()
            .withNameQuotes(Set.of('"', '['))
            .withNames(SqlSyntax.Folding.IGNORED, true)
            .withSystemSchemas(Set.of("information_schema", "sys"))
            .withSystemTables(Set.of(
                    "sysaltfiles",
                    "syscacheobjects",
                    "syscharsets",
                    "syscolumns",
                    "syscomments",
                    "sysconfigures",
                    "sysconstraints",
                    "syscurconfigs",
                    "sysdatabases",
                    "sysdepends",
                    "sysdevices",
                    "sysfilegroups",
                    "sysfiles",
                    "sysforeignkeys",
                    "sysindexes",
                    "sysindexkeys",
                    "syslanguages",
                    "syslockinfo",
                    "syslogins",
                    "sysmembers",
                    "sysmessages",
                    "sysobjects",
                    "sysoledbusers",
                    "sysperfinfo",
                    "syspermissions",
                    "sysprocesses",
                    "sysprotects",
                    "sysreferences",
                    "sysremotelogins",
                    "sysservers",
                    "systypes",
                    "sysusers"))
            .withFunctions(Set.of(
                    "approx_count_distinct",
                    "charindex",
                    "choose",
                    "count_big",
                    "datalength",
                    "datediff_big",
                    "datefromparts",
                    "datename",
                    "datetime2fromparts",
                    "datetimefromparts",
                    "datetrunc",
                    "eomonth",
                    "format",
                    "grouping",
                    "hashbytes",
                    "isdate",
                    "isnumeric",
                    "nchar",
                    "patindex",
                    "square",
                    "stdev",
                    "stdevp",
                    "str",
                    "stuff",
                    "switchoffset",
                    "sysdatetime",
                    "sysutcdatetime",
                    "getutcdate",
                    "todatetimeoffset",
                    "try_convert",
                    "var",
                    "varp"));

    @Override
    public String id() {
        return "mssql";
    }

    /** By a view for a moment: WITH stands in front of a statement only, and nothing else takes it whole. */
    @Override
    public List<String> tableAs(TableName table, String select) {
        TableName view = new TableName(table.schema(), table.name() + "_karavel_made_from");
        List<String> statements = new ArrayList<>(viewAs(view, select));
        statements.add("SELECT * INTO " + table.quoted(this) + " FROM " + view.quoted(this));
        statements.add("DROP VIEW " + view.quoted(this));
        return statements;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.COMMON_TABLE_EXPRESSIONS,
                Capability.WINDOW_FUNCTIONS,
                Capability.SEVERAL_DISTINCT_COUNTS,
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

    /** A bracket begins a set of signs. */
    @Override
    public String contains(String expression, String text) {
        String escaped =
                text.replace("!", "!!").replace("%", "!%").replace("_", "!_").replace("[", "![");
        return likeIgnoringCase(expression, literal("%" + escaped + "%"), false) + " ESCAPE '!'";
    }

    /** Plain where all letters are ASCII: an index on a VARCHAR column does not serve a comparison with NVARCHAR. */
    @Override
    protected String text(String value) {
        boolean ascii = value.chars().allMatch(c -> c < 128);
        return ascii ? super.text(value) : "N" + super.text(value);
    }

    @Override
    protected String date(LocalDate date) {
        return "CAST('" + date + "' AS DATE)";
    }

    /** With a T between date and time, it is read alike whatever language the login has. */
    @Override
    protected String timestamp(LocalDateTime moment) {
        return "CAST('" + iso(moment).replace(' ', 'T') + "' AS DATETIME2)";
    }

    /** The time in UTC: a DATETIMEOFFSET is shifted, the other types are taken to be in UTC. */
    private static String utc(String expression) {
        return "CAST(SWITCHOFFSET(CAST(" + expression + " AS DATETIMEOFFSET), '+00:00') AS DATETIME2)";
    }

    @Override
    public String truncate(TimeGrain grain, String expression) {
        String time = utc(expression);
        return switch (grain) {
            case SECOND -> withinDay("SECOND", 1, time);
            case FIVE_SECONDS -> withinDay("SECOND", 5, time);
            case THIRTY_SECONDS -> withinDay("SECOND", 30, time);
            case MINUTE -> withinDay("MINUTE", 1, time);
            case FIVE_MINUTES -> withinDay("MINUTE", 5, time);
            case TEN_MINUTES -> withinDay("MINUTE", 10, time);
            case FIFTEEN_MINUTES -> withinDay("MINUTE", 15, time);
            case THIRTY_MINUTES -> withinDay("MINUTE", 30, time);
            case HOUR -> withinDay("HOUR", 1, time);
            case SIX_HOURS -> withinDay("HOUR", 6, time);
            case DAY -> day(time);
            case WEEK, WEEK_STARTING_MONDAY -> add("DAY", "-(" + days(time) + " % 7)", day(time));
            case WEEK_ENDING_SUNDAY -> add("DAY", "6 - " + days(time) + " % 7", day(time));
            case WEEK_STARTING_SUNDAY -> add("DAY", "-((" + days(time) + " + 1) % 7)", day(time));
            case WEEK_ENDING_SATURDAY -> add("DAY", "6 - (" + days(time) + " + 1) % 7", day(time));
            case MONTH, QUARTER, YEAR -> add(grain.name(), since(grain.name(), FIRST_DAY, time), FIRST_DAY);
        };
    }

    /** Counted from the start of the day, for DATEDIFF in seconds reaches no further than 68 years. */
    private static String withinDay(String unit, int step, String time) {
        String count = since(unit, day(time), time);
        return add(unit, step == 1 ? count : count + " / " + step + " * " + step, day(time));
    }

    private static String day(String time) {
        return "CAST(CAST(" + time + " AS DATE) AS DATETIME2)";
    }

    private static String days(String time) {
        return since("DAY", FIRST_DAY, time);
    }

    private static String since(String unit, String from, String to) {
        return "DATEDIFF(" + unit + ", " + from + ", " + to + ")";
    }

    private static String add(String unit, String number, String time) {
        return "DATEADD(" + unit + ", " + number + ", " + time + ")";
    }

    @Override
    public String plusSeconds(String timestamp, long seconds) {
        return add("SECOND", String.valueOf(seconds), timestamp);
    }

    /** By the changes of its offset: zones have names of their own here. */
    @Override
    public String atZone(String timestamp, ZoneId zone, LocalDateTime from, LocalDateTime to) {
        return super.atZone(utc(timestamp), zone, from, to);
    }

    @Override
    public String aggregate(Aggregate aggregate, String expression) {
        return switch (aggregate) {
            case AVG -> "AVG(CAST(" + expression + " AS FLOAT))";
            case SUM -> "SUM(" + expression + " + CAST(0 AS BIGINT))";
            case COUNT -> "COUNT_BIG(" + expression + ")";
            case COUNT_DISTINCT -> "COUNT_BIG(DISTINCT " + expression + ")";
            case MIN, MAX -> super.aggregate(aggregate, expression);
        };
    }

    @Override
    public String page(String statement, List<String> orderBy, int limit, int offset) {
        return Paging.page(statement, orderBy, limit, offset);
    }

    @Override
    public String limit(String statement, int limit, int offset) {
        return Paging.limit(statement, limit, offset);
    }

    @Override
    public String typeName(ColumnType type) {
        return switch (type) {
            case TEXT -> "NVARCHAR(MAX)";
            case DECIMAL -> "FLOAT";
            case BOOLEAN -> "BIT";
            case TIMESTAMP -> "DATETIME2";
            case INTEGER, DATE -> super.typeName(type);
        };
    }

    @Override
    public String rename(TableName table, String name) {
        return "EXEC sp_rename " + text(table.quoted(this)) + ", " + text(name);
    }

    @Override
    public ColumnType columnType(String sourceType) {
        String type = sourceType
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\(.*", "")
                .replace(" identity", "")
                .trim();
        return switch (type) {
            case "bit" -> ColumnType.BOOLEAN;
            case "money", "smallmoney" -> ColumnType.DECIMAL;
            case "datetime2", "smalldatetime", "datetimeoffset" -> ColumnType.TIMESTAMP;
            // a counter of changes that happens to be called so
            case "timestamp", "rowversion" -> ColumnType.TEXT;
            default -> super.columnType(type);
        };
    }
}
