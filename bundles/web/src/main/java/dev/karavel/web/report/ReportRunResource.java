package dev.karavel.web.report;

import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.Reports;
import dev.karavel.api.security.Principal;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskQueue;
import dev.karavel.web.account.Journal;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends an alert or report now. Its log has the task's id. */
@Component(service = ReportRunResource.class)
@RestResource
@Path("report/{id: \\d{1,18}}/execute")
@Produces(MediaType.APPLICATION_JSON)
public final class ReportRunResource {
    private final Reports reports;
    private final ReportFinder finder;
    private final TaskQueue queue;
    private final Journal journal;

    @Activate
    public ReportRunResource(
            @Reference Reports reports,
            @Reference ReportFinder finder,
            @Reference TaskQueue queue,
            @Reference Journal journal) {
        this.reports = reports;
        this.finder = finder;
        this.queue = queue;
        this.journal = journal;
    }

    @POST
    @Needs(action = ReportResource.WRITE, view = ReportResource.VIEW)
    @Says("Send it now, whatever its crontab says; the log's entry has the task's id as uuid")
    public Response execute(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        ReportSchedule schedule = finder.editable(id, principal);
        Task task = queue.submit(reports.order(schedule, principal, Instant.now()));
        journal.noteThing(principal, "report_schedule.execute", id);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("task_id", task.id().toString());
        answer.put("execution_id", task.id().toString());
        answer.put("state", task.course().state().name().toLowerCase(Locale.ROOT));
        return Response.status(Response.Status.ACCEPTED).entity(answer).build();
    }
}
