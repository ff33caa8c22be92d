package dev.karavel.web.report;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.report.ReportLog;
import dev.karavel.api.report.ReportLogs;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.list.ListRequest;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the runs of an alert or report went: a list, and the values and times of an alert's history. */
@Component(service = ReportLogResource.class)
@RestResource
@Path("report/{id: \\d{1,18}}/log")
@Produces(MediaType.APPLICATION_JSON)
public final class ReportLogResource {
    private static final List<String> ORDERS =
            List.of("end_dttm", "error_message", "scheduled_dttm", "start_dttm", "state", "value");

    private final ReportLogs logs;
    private final ReportFinder finder;

    @Activate
    public ReportLogResource(@Reference ReportLogs logs, @Reference ReportFinder finder) {
        this.logs = logs;
        this.finder = finder;
    }

    @GET
    @Needs(action = ReportResource.READ, view = ReportResource.VIEW)
    @Says("The runs of an alert or report, latest first, with the alert's values")
    public Map<String, Object> list(
            @PathParam("id") long id, @QueryParam("q") String q, @Context SecurityContext context) {
        finder.visible(id, Visitor.principal(context));
        ListRequest request = ListRequest.parse(q);
        ListQuery query = request.query(new Visibility.All());
        List<Condition> conditions = new ArrayList<>(query.conditions());
        conditions.add(new Condition("report_schedule", "eq", id));
        Page<ReportLog> page = logs.list(new ListQuery(
                conditions,
                query.orderColumn(),
                query.descending(),
                query.page(),
                query.pageSize(),
                new Visibility.All()));
        return request.answer(
                "List Report Schedule Log",
                ORDERS,
                page,
                page.items().stream().map(ReportLogResource::row).toList());
    }

    @GET
    @Path("{log: \\d{1,18}}")
    @Needs(action = ReportResource.READ, view = ReportResource.VIEW)
    @Says("One run of an alert or report")
    public Map<String, Object> one(
            @PathParam("id") long id, @PathParam("log") long log, @Context SecurityContext context) {
        finder.visible(id, Visitor.principal(context));
        ReportLog found = logs.find(log)
                .filter(run -> run.scheduleId() == id)
                .orElseThrow(() -> KaravelException.notFound("Run", log));
        return Map.of("id", log, "result", row(found));
    }

    private static Map<String, Object> row(ReportLog log) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", log.id());
        row.put("uuid", log.uuid().toString());
        row.put("scheduled_dttm", log.scheduled().toString());
        row.put("start_dttm", log.started().toString());
        row.put("end_dttm", log.ended().map(Instant::toString).orElse(null));
        row.put("state", log.state().word());
        row.put("value", ReportRows.number(log.value()));
        row.put("value_row_json", ReportRows.blankToNull(log.row()));
        row.put("error_message", ReportRows.blankToNull(log.message()));
        return row;
    }
}
