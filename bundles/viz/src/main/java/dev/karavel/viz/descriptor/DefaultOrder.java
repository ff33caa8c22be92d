package dev.karavel.viz.descriptor;

/** The order of rows when the form data gives none. */
public enum DefaultOrder {
    METRIC_DESCENDING("metric-descending"),
    METRIC_ASCENDING("metric-ascending"),
    COLUMN_ASCENDING("column-ascending"),
    NONE("none");

    private final String word;

    DefaultOrder(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
