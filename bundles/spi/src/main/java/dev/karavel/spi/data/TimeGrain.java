package dev.karavel.spi.data;

import java.util.Optional;

/** The steps time can be rounded down to, under Superset's names (ISO 8601 durations, weeks also with their first or last day). */
public enum TimeGrain {
    SECOND("PT1S"),
    FIVE_SECONDS("PT5S"),
    THIRTY_SECONDS("PT30S"),
    MINUTE("PT1M"),
    FIVE_MINUTES("PT5M"),
    TEN_MINUTES("PT10M"),
    FIFTEEN_MINUTES("PT15M"),
    THIRTY_MINUTES("PT30M"),
    HOUR("PT1H"),
    SIX_HOURS("PT6H"),
    DAY("P1D"),
    /** Monday first, as ISO 8601 has it. */
    WEEK("P1W"),
    MONTH("P1M"),
    QUARTER("P3M"),
    YEAR("P1Y"),
    WEEK_STARTING_SUNDAY("1969-12-28T00:00:00Z/P1W"),
    WEEK_STARTING_MONDAY("1969-12-29T00:00:00Z/P1W"),
    WEEK_ENDING_SATURDAY("P1W/1970-01-03T00:00:00Z"),
    WEEK_ENDING_SUNDAY("P1W/1970-01-04T00:00:00Z");

    private final String duration;

    TimeGrain(String duration) {
        this.duration = duration;
    }

    /** The name used in form data and query objects. */
    public String duration() {
        return duration;
    }

    /** The grain of that duration; empty for null, "" and for durations nobody knows. */
    public static Optional<TimeGrain> of(String duration) {
        for (TimeGrain grain : values()) {
            if (grain.duration.equals(duration)) {
                return Optional.of(grain);
            }
        }
        return Optional.empty();
    }
}
