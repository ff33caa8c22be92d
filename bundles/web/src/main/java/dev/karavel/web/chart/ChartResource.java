package dev.karavel.web.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.list.Ids;
import dev.karavel.web.list.Info;
import dev.karavel.web.list.ListRequest;
import dev.karavel.web.list.Related;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Saved charts. */
@Component(service = ChartResource.class)
@RestResource
@Path("chart")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ChartResource {
    static final List<String> ORDER = List.of(
            "slice_name",
            "viz_type",
            "datasource_name",
            "changed_on_delta_humanized",
            "changed_by.first_name",
            "last_saved_at");
    private static final String VIEW = "Chart";

    private final Charts charts;
    private final ChartRows rows;
    private final ChartDraft draft;
    private final Users users;
    private final AccessControl access;
    private final Journal journal;

    @Activate
    public ChartResource(
            @Reference Charts charts,
            @Reference ChartRows rows,
            @Reference ChartDraft draft,
            @Reference Users users,
            @Reference AccessControl access,
            @Reference Journal journal) {
        this.charts = charts;
        this.rows = rows;
        this.draft = draft;
        this.users = users;
        this.access = access;
        this.journal = journal;
    }

    @GET
    @Needs(action = "can_read", view = VIEW)
    @Says("Charts the caller may see")
    public Map<String, Object> list(@QueryParam("q") String q, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        ListRequest request = ListRequest.parse(q);
        Page<Chart> page = charts.list(request.query(access.visibility(principal), principal));
        return request.answer("List Charts", ORDER, page, rows.list(page.items(), principal));
    }

    @GET
    @Path("_info")
    @Needs(action = "can_read", view = VIEW)
    @Says("What the caller may do with charts, and how their list filters")
    public Map<String, Object> info(@Context SecurityContext context) {
        Map<String, List<String>> filters = Map.of(
                "slice_name", List.of("chart_all_text", "ct", "eq"),
                "viz_type", List.of("eq"),
                "datasource_id", List.of("eq"),
                "id", List.of("chart_is_favorite", "chart_is_certified"),
                "created_by", List.of("rel_o_m", "chart_created_by_me"),
                "owners", List.of("rel_m_m"));
        return Info.of(access, Visitor.principal(context), VIEW, filters);
    }

    @GET
    @Path("related/{column}")
    @Needs(action = "can_read", view = VIEW)
    @Says("Values for a column: owners, created_by, changed_by")
    public Map<String, Object> related(@PathParam("column") String column, @QueryParam("q") String q) {
        return switch (column) {
            case "owners", "created_by", "changed_by" -> Related.people(users, q);
            default -> throw KaravelException.notFound("Column", column);
        };
    }

    @GET
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_read", view = VIEW)
    @Says("One chart")
    public Map<String, Object> one(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        return Map.of("id", id, "result", rows.one(visible(id, principal), principal));
    }

    @POST
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Save a new chart",
            body = {
                "slice_name*",
                "datasource_id*",
                "datasource_type*",
                "viz_type*",
                "params",
                "query_context",
                "dashboards",
                "owners",
                "description",
                "cache_timeout",
                "certified_by",
                "certification_details"
            })
    public Response create(JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Chart saved = draft.create(new Fields(body), principal);
        journal.noteChart(principal, "chart_created", saved.id());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", saved.id(), "result", rows.one(saved, principal)))
                .build();
    }

    @PUT
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Change a chart",
            body = {
                "version",
                "slice_name",
                "datasource_id",
                "datasource_type",
                "viz_type",
                "params",
                "query_context",
                "dashboards",
                "owners",
                "description",
                "cache_timeout",
                "certified_by",
                "certification_details"
            })
    public Map<String, Object> change(@PathParam("id") long id, JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Chart saved = draft.change(editable(id, principal), new Fields(body), principal);
        journal.noteChart(principal, "chart_changed", id);
        return Map.of("id", id, "result", rows.one(saved, principal));
    }

    @DELETE
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete a chart")
    public Map<String, Object> delete(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        charts.delete(editable(id, principal).id());
        journal.noteChart(principal, "chart_deleted", id);
        return Map.of("message", "OK");
    }

    @DELETE
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete several charts: q=!(1,2)")
    public Map<String, Object> deleteSome(@QueryParam("q") String q, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        List<Chart> doomed = new ArrayList<>();
        Ids.parse(q).forEach(id -> doomed.add(editable(id, principal)));
        doomed.forEach(chart -> {
            charts.delete(chart.id());
            journal.noteChart(principal, "chart_deleted", chart.id());
        });
        return Map.of("message", "Deleted " + doomed.size() + (doomed.size() == 1 ? " chart" : " charts"));
    }

    private Chart visible(long id, Principal principal) {
        return charts.find(id)
                .filter(chart -> access.maySee(principal, chart))
                .orElseThrow(() -> KaravelException.notFound(VIEW, id));
    }

    private Chart editable(long id, Principal principal) {
        Chart chart = visible(id, principal);
        if (!access.mayEdit(principal, chart.owners())) {
            throw new KaravelException(ErrorCode.FORBIDDEN, "Only its owners may change this chart");
        }
        return chart;
    }
}
