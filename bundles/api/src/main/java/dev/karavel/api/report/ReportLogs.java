package dev.karavel.api.report;

import dev.karavel.api.catalog.Repository;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The runs of alerts and reports. They go with their schedule. */
@ProviderType
public interface ReportLogs extends Repository<ReportLog> {
    /** The last run of a schedule that began before that moment and ended in one of these states. */
    Optional<ReportLog> lastBefore(long scheduleId, Instant moment, Collection<ReportState> states);

    /** Ends those that work since before that moment as failed. @return how many */
    int giveUp(long scheduleId, Instant before, Instant now, String why);

    /** Deletes a schedule's runs that were due before that moment, but for the one that works. @return how many */
    int forgetBefore(long scheduleId, Instant moment);
}
