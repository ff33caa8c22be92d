package dev.karavel.api.report;

import dev.karavel.api.catalog.Stored;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * One run of an alert or report.
 *
 * @param uuid of the run: that of its task
 * @param scheduled when it was due
 * @param ended empty while it works
 * @param row the row of the alert's value, a JSON array of objects, or empty
 * @param message why it failed, or what was sent; empty for nothing to say
 */
public record ReportLog(
        long id,
        UUID uuid,
        int version,
        long scheduleId,
        Instant scheduled,
        Instant started,
        Optional<Instant> ended,
        ReportState state,
        OptionalDouble value,
        String row,
        String message)
        implements Stored {
    public ReportLog {
        Objects.requireNonNull(scheduled, "scheduled");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(ended, "ended");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(message, "message");
    }

    /** The same at its end. */
    public ReportLog ended(Instant moment, ReportState how, String why) {
        return new ReportLog(
                id, uuid, version, scheduleId, scheduled, started, Optional.of(moment), how, value, row, why);
    }

    /** The same with what the alert's statement gave. */
    public ReportLog seen(OptionalDouble found, String foundRow) {
        return new ReportLog(id, uuid, version, scheduleId, scheduled, started, ended, state, found, foundRow, message);
    }
}
