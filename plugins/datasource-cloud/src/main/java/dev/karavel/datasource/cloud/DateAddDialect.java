package dev.karavel.datasource.cloud;

import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.TimeGrain;
import java.util.Set;

/** What Databricks, Redshift and Snowflake have in common: DATE_TRUNC, and DATEADD in place of intervals. */
abstract class DateAddDialect extends StandardDialect {
    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.values());
    }

    /** The expression as a timestamp without zone, in UTC. */
    protected String utc(String expression) {
        return "CAST(" + expression + " AS TIMESTAMP)";
    }

    @Override
    public String truncate(TimeGrain grain, String expression) {
        String time = utc(expression);
        return switch (grain) {
            case SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR -> truncated(grain.name(), time);
            case WEEK_STARTING_MONDAY -> truncated("WEEK", time);
            case FIVE_SECONDS -> bucket("MINUTE", 5, "SECOND", time);
            case THIRTY_SECONDS -> bucket("MINUTE", 30, "SECOND", time);
            case FIVE_MINUTES -> bucket("HOUR", 5, "MINUTE", time);
            case TEN_MINUTES -> bucket("HOUR", 10, "MINUTE", time);
            case FIFTEEN_MINUTES -> bucket("HOUR", 15, "MINUTE", time);
            case THIRTY_MINUTES -> bucket("HOUR", 30, "MINUTE", time);
            case SIX_HOURS -> bucket("DAY", 6, "HOUR", time);
            case WEEK_STARTING_SUNDAY -> add("DAY", "-1", truncated("WEEK", add("DAY", "1", time)));
            case WEEK_ENDING_SATURDAY -> add("DAY", "5", truncated("WEEK", add("DAY", "1", time)));
            case WEEK_ENDING_SUNDAY -> add("DAY", "6", truncated("WEEK", time));
        };
    }

    @Override
    protected String bucket(String from, int size, String unit, String timestamp) {
        String count = "CAST(FLOOR(EXTRACT(" + unit + " FROM " + timestamp + ") / " + size + ") AS INTEGER) * " + size;
        return add(unit, count, truncated(from, timestamp));
    }

    protected static String add(String unit, String number, String timestamp) {
        return "DATEADD(" + unit + ", " + number + ", " + timestamp + ")";
    }

    @Override
    public String plusSeconds(String timestamp, long seconds) {
        return add("SECOND", String.valueOf(seconds), timestamp);
    }
}
