package dev.karavel.web.report;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedules;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds alerts and reports; those of others are as good as missing. */
@Component(service = ReportFinder.class)
public final class ReportFinder {
    private final ReportSchedules schedules;
    private final AccessControl access;

    @Activate
    public ReportFinder(@Reference ReportSchedules schedules, @Reference AccessControl access) {
        this.schedules = schedules;
        this.access = access;
    }

    ReportSchedule visible(long id, Principal principal) {
        return schedules
                .find(id)
                .filter(schedule -> principal.isAdmin() || schedule.owners().contains(principal.userId()))
                .orElseThrow(() -> KaravelException.notFound("Report schedule", id));
    }

    ReportSchedule editable(long id, Principal principal) {
        ReportSchedule schedule = visible(id, principal);
        if (!access.mayEdit(principal, schedule.owners())) {
            throw new KaravelException(ErrorCode.FORBIDDEN, "Only its owners may change this");
        }
        return schedule;
    }
}
