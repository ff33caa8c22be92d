package dev.karavel.api.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What of a chart or dashboard is sent, under Superset's words. */
public enum ReportFormat {
    /** A picture, shown in the message itself. */
    PNG,
    /** The same as a file of one page. */
    PDF,
    /** A chart's rows as a file. */
    CSV,
    XLSX,
    /** A chart's rows as a table in the message itself. */
    TEXT;

    /** Whether a dashboard can be sent so: it has no rows of its own. */
    public boolean ofDashboards() {
        return this == PNG || this == PDF;
    }

    public static Optional<ReportFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** For a failure that says what would be right. */
    public static String words() {
        return Arrays.stream(values()).map(ReportFormat::name).collect(Collectors.joining(", "));
    }
}
