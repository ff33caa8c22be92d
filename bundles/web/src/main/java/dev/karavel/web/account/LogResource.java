package dev.karavel.web.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.ActionHistory;
import dev.karavel.api.catalog.ActionLog;
import dev.karavel.api.catalog.LogEntry;
import dev.karavel.api.catalog.LogQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.list.People;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The action log. */
@Component(service = LogResource.class)
@RestResource
@Path("log")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LogResource {
    private static final int LATEST = 100;

    private final ActionLog log;
    private final ActionHistory history;
    private final Users users;
    private final Journal journal;

    @Activate
    public LogResource(
            @Reference ActionLog log,
            @Reference ActionHistory history,
            @Reference Users users,
            @Reference Journal journal) {
        this.history = history;
        this.users = users;
        this.log = log;
        this.journal = journal;
    }

    @GET
    @Needs(action = "can_read", view = "Log")
    @Says("The action log, newest first: q=(page,page_size,user,action,dashboard,chart,from,until)")
    public Map<String, Object> list(@QueryParam("q") String q) {
        Page<LogEntry> page = history.find(LogQuestion.parse(q, LATEST));
        return Map.of("count", page.count(), "result", rows(page.items()));
    }

    @GET
    @Path("actions/")
    @Needs(action = "can_read", view = "Log")
    @Says("Names of what the log tells of")
    public Map<String, Object> actions() {
        return Map.of("result", history.actions());
    }

    @GET
    @Path("export/")
    @Produces("text/csv")
    @Needs(action = "can_read", view = "Log")
    @Says("The same as a file, at most 100,000 lines")
    public Response export(@QueryParam("q") String q) {
        LogQuery query = LogQuestion.parse(q, LATEST);
        return Response.ok(LogFile.of(history, query, users).getBytes(StandardCharsets.UTF_8), "text/csv;charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"action-log.csv\"")
                .build();
    }

    @POST
    @Needs(action = "can_write", view = "Log")
    @Says(
            value = "Note something people did in the browser",
            body = {"event_name*"})
    public Response note(JsonNode body, @Context SecurityContext context) {
        String name = new Fields(body).requiredText("event_name");
        journal.note(Visitor.principal(context), "browser:" + name.substring(0, Math.min(name.length(), 100)));
        return Response.status(Response.Status.CREATED).entity(Map.of()).build();
    }

    @GET
    @Path("recent_activity/")
    @Needs(action = "can_recent_activity", view = "Log")
    @Says("What the signed-in user did last")
    public Map<String, Object> recent(@Context SecurityContext context) {
        long id = Visitor.principal(context).userId();
        List<Map<String, Object>> rows = log.latest(LATEST).stream()
                .filter(entry -> entry.userId().filter(user -> user == id).isPresent())
                .map(LogResource::row)
                .toList();
        return Map.of("result", rows);
    }

    private List<Map<String, Object>> rows(List<LogEntry> entries) {
        Map<Long, User> people = LogFile.people(users, entries);
        return entries.stream()
                .map(entry -> {
                    Map<String, Object> row = row(entry);
                    row.put(
                            "user",
                            entry.userId().map(people::get).map(People::named).orElse(null));
                    return row;
                })
                .toList();
    }

    private static Map<String, Object> row(LogEntry entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("dttm", entry.at().toString());
        row.put("action", entry.action());
        row.put("user_id", entry.userId().orElse(null));
        row.put("dashboard_id", entry.dashboardId().orElse(null));
        row.put("slice_id", entry.chartId().orElse(null));
        row.put("json", entry.details());
        row.put("duration_ms", entry.took().toMillis());
        return row;
    }
}
