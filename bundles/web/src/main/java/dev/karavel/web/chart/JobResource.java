package dev.karavel.web.chart;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.query.ChartTasks;
import dev.karavel.api.security.Principal;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskQueue;
import dev.karavel.api.task.Tasks;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import dev.karavel.web.rest.SignedIn;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Questions that were handed over to a task, under the routes that Superset's clients ask. Each is for who asked it. */
@Component(service = JobResource.class)
@RestResource
@Path("async_event")
@Produces(MediaType.APPLICATION_JSON)
public final class JobResource {
    private static final int MOST_EVENTS = 200;
    /** Tasks that end at the same time are not written in the order of their ends. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private static final Pattern LAST = Pattern.compile("(\\d{1,15})(-.*)?");

    private final Tasks tasks;
    private final TaskQueue queue;
    private final OwnJobs jobs;

    @Activate
    public JobResource(@Reference Tasks tasks, @Reference TaskQueue queue) {
        this.tasks = tasks;
        this.queue = queue;
        jobs = new OwnJobs(queue);
    }

    @GET
    @SignedIn
    @Says("Own questions that ended since last_id, oldest first; some come twice")
    public Map<String, Object> events(@QueryParam("last_id") String last, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        List<Condition> conditions = List.of(
                new Condition("user_id", "eq", principal.userId()),
                new Condition("kind", "eq", ChartTasks.KIND),
                new Condition("ended_on", "gt", since(last).toString()));
        List<Map<String, Object>> rows = tasks
                .list(new ListQuery(conditions, "ended_on", false, 0, MOST_EVENTS, new Visibility.All()))
                .items()
                .stream()
                .map(JobResource::event)
                .toList();
        return Map.of("result", rows);
    }

    private static Instant since(String last) {
        Matcher matcher = LAST.matcher(last == null ? "" : last);
        return matcher.matches()
                ? Instant.ofEpochMilli(Long.parseLong(matcher.group(1))).minus(OVERLAP)
                : Instant.now().minus(OVERLAP);
    }

    private static Map<String, Object> event(Task task) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", task.course().ended().orElse(Instant.EPOCH).toEpochMilli() + "-" + task.id());
        row.putAll(JobRows.of(task));
        return row;
    }

    @GET
    @Path("{id}")
    @SignedIn
    @Says("How an own question stands")
    public Map<String, Object> job(@PathParam("id") String id, @Context SecurityContext context) {
        return Map.of("result", JobRows.of(jobs.own(id, Visitor.principal(context))));
    }

    @POST
    @Path("{id}/cancel")
    @SignedIn
    @Says("End an own question")
    public Map<String, Object> cancel(@PathParam("id") String id, @Context SecurityContext context) {
        Task task = jobs.own(id, Visitor.principal(context));
        return Map.of("result", JobRows.of(queue.cancel(task.id()).orElse(task)));
    }
}
