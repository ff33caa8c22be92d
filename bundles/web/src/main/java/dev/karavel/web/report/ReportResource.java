package dev.karavel.web.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedules;
import dev.karavel.api.report.Reports;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.list.Ids;
import dev.karavel.web.list.Info;
import dev.karavel.web.list.ListRequest;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Alerts and reports: everybody those he owns, administrators all. */
@Component(service = ReportResource.class)
@RestResource
@Path("report")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ReportResource {
    static final String READ = "can_read";
    static final String WRITE = "can_write";
    static final String VIEW = "ReportSchedule";
    static final String ID = "{id: \\d{1,18}}";
    private static final List<String> TEXT = List.of("eq", "neq", "sw", "ct");
    private static final List<String> ORDERS = List.of(
            "active",
            "changed_by.first_name",
            "changed_on",
            "changed_on_delta_humanized",
            "created_by.first_name",
            "created_on",
            "crontab",
            "description",
            "last_eval_dttm",
            "last_state",
            "name",
            "timezone",
            "type");

    private final ReportSchedules schedules;
    private final ReportFinder finder;
    private final ReportRows rows;
    private final ReportDraft draft;
    private final Reports reports;
    private final AccessControl access;
    private final Journal journal;

    @Activate
    public ReportResource(
            @Reference ReportSchedules schedules,
            @Reference ReportFinder finder,
            @Reference ReportRows rows,
            @Reference ReportDraft draft,
            @Reference Reports reports,
            @Reference AccessControl access,
            @Reference Journal journal) {
        this.schedules = schedules;
        this.finder = finder;
        this.rows = rows;
        this.draft = draft;
        this.reports = reports;
        this.access = access;
        this.journal = journal;
    }

    @GET
    @Needs(action = READ, view = VIEW)
    @Says("The caller's alerts and reports")
    public Map<String, Object> list(
            @QueryParam("q") String q,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context SecurityContext context) {
        ListRequest request = ListRequest.parse(q);
        Page<ReportSchedule> page = schedules.list(request.query(visibility(Visitor.principal(context))));
        return request.answer(
                "List Report Schedule", ORDERS, page, rows.rows(page.items(), ReportCrontabResource.locale(languages)));
    }

    @GET
    @Path("_info")
    @Needs(action = READ, view = VIEW)
    @Says("What the caller may do with alerts and reports, and how the list filters")
    public Map<String, Object> info(@Context SecurityContext context) {
        return Info.of(
                access,
                Visitor.principal(context),
                VIEW,
                Map.of(
                        "name", List.of("eq", "neq", "sw", "ct", "report_all_text"),
                        "type", TEXT,
                        "last_state", TEXT,
                        "creation_method", TEXT,
                        "active", List.of("eq", "neq"),
                        "owners", List.of("rel_m_m"),
                        "created_by", List.of("rel_o_m"),
                        "changed_by", List.of("rel_o_m"),
                        "chart_id", List.of("eq", "neq", "rel_o_m"),
                        "dashboard_id", List.of("eq", "neq", "rel_o_m")));
    }

    @GET
    @Path(ID)
    @Needs(action = READ, view = VIEW)
    @Says("One alert or report")
    public Map<String, Object> one(
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context SecurityContext context) {
        return answer(finder.visible(id, Visitor.principal(context)), languages);
    }

    @POST
    @Needs(action = WRITE, view = VIEW)
    @Says(
            value = "Make an alert or a report",
            body = {
                "type*",
                "name*",
                "crontab*",
                "timezone",
                "chart",
                "dashboard",
                "database",
                "sql",
                "validator_type",
                "validator_config_json",
                "report_format",
                "recipients",
                "owners",
                "active",
                "description",
                "email_subject",
                "context_markdown",
                "grace_period",
                "working_timeout",
                "log_retention",
                "missed_runs",
                "notify_on_recovery",
                "force_screenshot",
                "custom_width",
                "creation_method",
                "selected_tabs",
                "extra"
            })
    public Response make(
            JsonNode body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        ReportSchedule wanted = draft.created(new Fields(body), principal);
        ReportSchedule saved = schedules.save(reports.check(wanted, Optional.empty(), principal));
        journal.noteThing(principal, "report_schedule.add", saved.id());
        return Response.status(Response.Status.CREATED)
                .entity(answer(saved, languages))
                .build();
    }

    @PUT
    @Path(ID)
    @Needs(action = WRITE, view = VIEW)
    @Says(
            value = "Change an alert or a report: the fields of a new one, and version",
            body = {"name", "active", "crontab", "recipients", "version"})
    public Map<String, Object> change(
            @PathParam("id") long id,
            JsonNode body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        ReportSchedule old = finder.editable(id, principal);
        ReportSchedule wanted = draft.changed(old, new Fields(body), principal);
        ReportSchedule saved = schedules.save(reports.check(wanted, Optional.of(old), principal));
        journal.noteThing(principal, "report_schedule.edit", id);
        return answer(saved, languages);
    }

    @DELETE
    @Path(ID)
    @Needs(action = WRITE, view = VIEW)
    @Says("Delete an alert or a report with its log")
    public Map<String, Object> delete(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        schedules.delete(finder.editable(id, principal).id());
        journal.noteThing(principal, "report_schedule.delete", id);
        return Map.of("message", "OK");
    }

    @DELETE
    @Needs(action = WRITE, view = VIEW)
    @Says("Delete several alerts and reports: q=!(1,2)")
    public Map<String, Object> deleteAll(@QueryParam("q") String q, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        List<Long> ids = Ids.parse(q);
        ids.forEach(id -> finder.editable(id, principal));
        ids.forEach(id -> {
            schedules.delete(id);
            journal.noteThing(principal, "report_schedule.delete", id);
        });
        return Map.of("message", "Deleted " + ids.size() + " report schedule" + (ids.size() == 1 ? "" : "s"));
    }

    private Map<String, Object> answer(ReportSchedule schedule, String languages) {
        return Map.of(
                "id",
                schedule.id(),
                "result",
                rows.rows(List.of(schedule), ReportCrontabResource.locale(languages))
                        .get(0));
    }

    private static Visibility visibility(Principal principal) {
        return principal.isAdmin()
                ? new Visibility.All()
                : new Visibility.Limited(principal.userId(), Set.of(), Set.of());
    }
}
