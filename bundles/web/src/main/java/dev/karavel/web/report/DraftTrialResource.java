package dev.karavel.web.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportState;
import dev.karavel.api.report.ReportTrials;
import dev.karavel.api.report.ReportTrials.Sight;
import dev.karavel.api.report.Reports;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tries an alert or report while its form is filled in, saved or not. */
@Component(service = DraftTrialResource.class)
@RestResource
@Path("report")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DraftTrialResource {
    private final Reports reports;
    private final ReportTrials trials;
    private final ReportDraft draft;
    private final Journal journal;

    @Activate
    public DraftTrialResource(
            @Reference Reports reports,
            @Reference ReportTrials trials,
            @Reference ReportDraft draft,
            @Reference Journal journal) {
        this.reports = reports;
        this.trials = trials;
        this.draft = draft;
        this.journal = journal;
    }

    @POST
    @Path("look")
    @Needs(action = ReportResource.WRITE, view = ReportResource.VIEW)
    @Says(
            value = "Ask an alert's statement and say whether it would fire",
            body = {"database*", "sql*", "validator_type*", "validator_config_json"})
    public Map<String, Object> look(JsonNode body, @Context SecurityContext context) {
        Sight sight = trials.look(ReportDraft.alarm(Optional.empty(), new Fields(body)), Visitor.principal(context));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("state", (sight.fires() ? ReportState.SUCCESS : ReportState.NOT_TRIGGERED).word());
        row.put("value", ReportRows.number(sight.value()));
        row.put("value_row_json", ReportRows.blankToNull(sight.row()));
        return Map.of("result", row);
    }

    @POST
    @Path("test")
    @Needs(action = ReportResource.WRITE, view = ReportResource.VIEW)
    @Says(
            value = "Send it to the caller's own address alone; the fields are those of a new one",
            body = {"type*", "name*", "crontab*", "chart", "dashboard", "report_format", "extra"})
    public Map<String, Object> test(JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        ReportSchedule wanted = alone(draft.created(new Fields(body), principal));
        String address = trials.sendTo(reports.check(wanted, Optional.empty(), principal), principal, Instant.now());
        journal.note(principal, "report_schedule.test");
        return Map.of("result", Map.of("recipient", address));
    }

    /** For nobody else, and in nobody's way: as one that stands for itself. */
    private static ReportSchedule alone(ReportSchedule sent) {
        return new ReportSchedule(
                sent.id(),
                sent.uuid(),
                sent.version(),
                sent.kind(),
                sent.name(),
                sent.description(),
                sent.active(),
                "alerts_reports",
                sent.timing(),
                sent.chartId(),
                sent.dashboardId(),
                sent.alarm(),
                sent.delivery(),
                List.of(),
                sent.owners(),
                sent.progress(),
                sent.stamp());
    }
}
