package dev.karavel.datasource.ignite;

import dev.karavel.spi.data.Aggregate;
import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.SqlSyntax.Folding;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.TimeGrain;
import java.util.List;
import java.util.Set;

/** Ignite's SQL: no intervals, so time is added to the start of its day; averages of whole numbers would be whole numbers. */
final class IgniteDialect extends StandardDialect {
    /** A Monday. */
    private static final String MONDAY = "TIMESTAMP '1601-01-01 00:00:00'";

    private static final Set<String> FUNCTIONS = Set.of(
            "bitand",
            "bitor",
            "bitxor",
            "char",
            "dateadd",
            "datediff",
            "day_of_month",
            "day_of_week",
            "day_of_year",
            "difference",
            "formatdatetime",
            "iso_day_of_week",
            "iso_week",
            "iso_year",
            "parsedatetime",
            "rawtohex",
            "stringdecode",
            "stringencode");

    @Override
    public String id() {
        return "ignite";
    }

    /** It has no such statement. */
    @Override
    public List<String> tableAs(TableName table, String select) {
        return List.of();
    }

    @Override
    public List<String> viewAs(TableName view, String select) {
        return List.of();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.NULLS_ORDERING, Capability.BOOLEAN_TYPE, Capability.SCHEMAS, Capability.CANCEL);
    }

    @Override
    public String aggregate(Aggregate aggregate, String expression) {
        return aggregate == Aggregate.AVG
                ? "AVG(CAST(" + expression + " AS DOUBLE))"
                : super.aggregate(aggregate, expression);
    }

    /** Its LIKE takes no ESCAPE. */
    @Override
    public String contains(String expression, String text) {
        return "LOCATE(LOWER(" + literal(text) + "), LOWER(" + expression + ")) > 0";
    }

    @Override
    public String truncate(TimeGrain grain, String expression) {
        String day = "CAST(CAST(" + expression + " AS DATE) AS TIMESTAMP)";
        String second = "SECOND(" + expression + ")";
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
        return plus("DAY", "1 - DAYOFMONTH(" + expression + ")", day);
    }

    private static String plus(String unit, String number, String timestamp) {
        return "{fn TIMESTAMPADD(SQL_TSI_" + unit + ", " + number + ", " + timestamp + ")}";
    }

    @Override
    public String plusSeconds(String timestamp, long seconds) {
        return plus("SECOND", String.valueOf(seconds), timestamp);
    }

    @Override
    public SqlSyntax syntax() {
        return SqlSyntax.standard()
                .withReading(false, false, true)
                .withNames(Folding.UPPER, false)
                .withFunctions(FUNCTIONS)
                .withSystemSchemas(Set.of("sys", "information_schema"));
    }

    @Override
    public String typeName(ColumnType type) {
        return type == ColumnType.DECIMAL ? "DOUBLE" : super.typeName(type);
    }
}
