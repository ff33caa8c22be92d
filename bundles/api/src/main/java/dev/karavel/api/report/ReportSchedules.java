package dev.karavel.api.report;

import dev.karavel.api.catalog.Repository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The alerts and reports. A limited visibility shows somebody's own. Names are unique among alerts, and among reports. */
@ProviderType
public interface ReportSchedules extends Repository<ReportSchedule> {
    /** In the order they were made. */
    List<ReportSchedule> active();

    /**
     * Makes a run the one that works, unless another one does.
     *
     * @param run its id; one that works already may come again
     * @return false if another run works since less than the working time-out, or there is no such schedule
     */
    boolean begin(long id, UUID run, Instant now);

    /** How the run that works ended. Nothing happens if it is no longer the one that works. Counts no version up. */
    void advance(long id, UUID run, ReportSchedule.Progress progress);

    /** The run that works now. */
    Optional<UUID> working(long id);
}
