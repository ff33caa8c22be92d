package dev.karavel.web.report;

import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.Reports;
import dev.karavel.api.report.Reports.Trial;
import dev.karavel.api.security.Principal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tries an alert or report without sending anything. */
@Component(service = ReportTrialResource.class)
@RestResource
@Path("report/{id: \\d{1,18}}/dry_run")
@Produces(MediaType.APPLICATION_JSON)
public final class ReportTrialResource {
    private final Reports reports;
    private final ReportFinder finder;

    @Activate
    public ReportTrialResource(@Reference Reports reports, @Reference ReportFinder finder) {
        this.reports = reports;
        this.finder = finder;
    }

    @POST
    @Needs(action = ReportResource.WRITE, view = ReportResource.VIEW)
    @Says("Do all of it but sending, and say what would be sent")
    public Map<String, Object> tryOut(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        ReportSchedule schedule = finder.editable(id, principal);
        return Map.of("id", id, "result", row(reports.tryOut(schedule, principal, Instant.now())));
    }

    private static Map<String, Object> row(Trial trial) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("state", trial.state().word());
        row.put("value", ReportRows.number(trial.value()));
        row.put("value_row_json", ReportRows.blankToNull(trial.row()));
        row.put("subject", ReportRows.blankToNull(trial.subject()));
        row.put("text", ReportRows.blankToNull(trial.text()));
        row.put(
                "files",
                trial.files().stream()
                        .map(file -> Map.of("name", file.name(), "type", file.mediaType(), "bytes", file.bytes()))
                        .toList());
        row.put("recipients", trial.recipients());
        return row;
    }
}
