package dev.karavel.viz.descriptor;

import java.util.Locale;

/** How form data becomes a question. */
public enum Mode {
    AGGREGATE,
    TIMESERIES,
    RAW,
    /** Aggregate or raw, as the form data says. */
    TABLE,
    /** Rows that lie somewhere on the globe: raw, or grouped where there is a metric. */
    PLACES,
    NONE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
