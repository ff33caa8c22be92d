package dev.karavel.datasource.derby;

import dev.karavel.spi.data.Aggregate;
import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.SqlSyntax.Folding;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.TimeGrain;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/** Derby's SQL: no DATE_TRUNC and no intervals, so time is added to the start of its day; integers stay integers in SUM and AVG. */
final class DerbyDialect extends StandardDialect {
    private static final SqlSyntax SYNTAX = SqlSyntax.standard()
            .withNames(Folding.UPPER, false)
            .withSystemSchemas(Set.of(
                    "nullid",
                    "sqlj",
                    "sys",
                    "syscat",
                    "syscs_diag",
                    "syscs_util",
                    "sysfun",
                    "sysibm",
                    "sysproc",
                    "sysstat"))
            .withFunctions(Set.of("absval", "float", "real", "grouping"));

    /** A Monday. */
    private static final String MONDAY = "TIMESTAMP('1601-01-01 00:00:00')";

    @Override
    public String id() {
        return "derby";
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    /** It makes such a table without rows; an order or a limit may stand in a sub-query only. */
    @Override
    public List<String> tableAs(TableName table, String select) {
        String name = table.quoted(this);
        return List.of(
                "CREATE TABLE " + name + " AS " + whole(select) + " WITH NO DATA",
                "INSERT INTO " + name + " " + whole(select));
    }

    @Override
    public List<String> viewAs(TableName view, String select) {
        return List.of("CREATE VIEW " + view.quoted(this) + " AS " + whole(select));
    }

    private static String whole(String select) {
        return "SELECT * FROM (\n" + select + "\n) kept";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.NULLS_ORDERING, Capability.BOOLEAN_TYPE, Capability.SCHEMAS, Capability.CANCEL);
    }

    @Override
    protected String date(LocalDate date) {
        return "DATE('" + date + "')";
    }

    @Override
    protected String timestamp(LocalDateTime moment) {
        return "TIMESTAMP('" + iso(moment) + "')";
    }

    @Override
    public String aggregate(Aggregate aggregate, String expression) {
        return switch (aggregate) {
            case AVG -> "AVG(CAST(" + expression + " AS DOUBLE))";
            case SUM -> "SUM(" + expression + " + CAST(0 AS BIGINT))";
            default -> super.aggregate(aggregate, expression);
        };
    }

    @Override
    public String limit(String statement, int limit, int offset) {
        String skipped = offset > 0 ? statement + "\nOFFSET " + offset + " ROWS" : statement;
        return limit > 0 ? skipped + "\nFETCH NEXT " + limit + " ROWS ONLY" : skipped;
    }

    @Override
    public String plusSeconds(String timestamp, long seconds) {
        return plus("SECOND", String.valueOf(seconds), timestamp);
    }

    @Override
    public String truncate(TimeGrain grain, String expression) {
        String day = "TIMESTAMP(DATE(" + expression + "), TIME('00:00:00'))";
        String second = "CAST(FLOOR(SECOND(" + expression + ")) AS INTEGER)";
        String minute = "MINUTE(" + expression + ")";
        String hour = "HOUR(" + expression + ")";
        return switch (grain) {
            case SECOND -> seconds(day, hour, minute, second);
            case FIVE_SECONDS -> seconds(day, hour, minute, floor(second, 5));
            case THIRTY_SECONDS -> seconds(day, hour, minute, floor(second, 30));
            case MINUTE -> minutes(day, hour, minute);
            case FIVE_MINUTES -> minutes(day, hour, floor(minute, 5));
            case TEN_MINUTES -> minutes(day, hour, floor(minute, 10));
            case FIFTEEN_MINUTES -> minutes(day, hour, floor(minute, 15));
            case THIRTY_MINUTES -> minutes(day, hour, floor(minute, 30));
            case HOUR -> plus("HOUR", hour, day);
            case SIX_HOURS -> plus("HOUR", floor(hour, 6), day);
            case DAY -> day;
            case WEEK, WEEK_STARTING_MONDAY -> plus("DAY", "-" + sinceMonday(day, 0), day);
            case WEEK_ENDING_SUNDAY -> plus("DAY", "6 - " + sinceMonday(day, 0), day);
            case WEEK_STARTING_SUNDAY -> plus("DAY", "-" + sinceMonday(day, 1), day);
            case WEEK_ENDING_SATURDAY -> plus("DAY", "6 - " + sinceMonday(day, 1), day);
            case MONTH -> month(expression, day);
            case QUARTER -> plus("MONTH", "-MOD(MONTH(" + expression + ") - 1, 3)", month(expression, day));
            case YEAR -> plus("MONTH", "1 - MONTH(" + expression + ")", month(expression, day));
        };
    }

    private static String seconds(String day, String hour, String minute, String second) {
        return plus("SECOND", hour + " * 3600 + " + minute + " * 60 + " + second, day);
    }

    private static String minutes(String day, String hour, String minute) {
        return plus("MINUTE", hour + " * 60 + " + minute, day);
    }

    private static String floor(String number, int step) {
        return number + " - MOD(" + number + ", " + step + ")";
    }

    /** Days since the last Monday; or since the last Sunday, if that many days are added first. */
    private static String sinceMonday(String day, int shift) {
        return "MOD({fn TIMESTAMPDIFF(SQL_TSI_DAY, " + MONDAY + ", " + day + ")} + " + shift + ", 7)";
    }

    private static String month(String expression, String day) {
        return plus("DAY", "1 - DAY(" + expression + ")", day);
    }

    private static String plus(String unit, String number, String timestamp) {
        return "{fn TIMESTAMPADD(SQL_TSI_" + unit + ", " + number + ", " + timestamp + ")}";
    }

    /** Not CLOB, which can be neither compared nor grouped by. */
    @Override
    public String typeName(ColumnType type) {
        return type == ColumnType.TEXT ? "VARCHAR(32672)" : super.typeName(type);
    }
}
