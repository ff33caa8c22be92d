package dev.karavel.web.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Users;
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

/** Dashboards. */
@Component(service = DashboardResource.class)
@RestResource
@Path("dashboard")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DashboardResource {
    private static final List<String> ORDER = List.of(
            "dashboard_title",
            "published",
            "changed_on_delta_humanized",
            "changed_by.first_name",
            "created_by.first_name");
    private static final String VIEW = "Dashboard";

    private final Dashboards dashboards;
    private final DashboardFinder finder;
    private final DashboardRows rows;
    private final DashboardDraft draft;
    private final Users users;
    private final AccessControl access;
    private final Journal journal;

    @Activate
    public DashboardResource(
            @Reference Dashboards dashboards,
            @Reference DashboardFinder finder,
            @Reference DashboardRows rows,
            @Reference DashboardDraft draft,
            @Reference Users users,
            @Reference AccessControl access,
            @Reference Journal journal) {
        this.dashboards = dashboards;
        this.finder = finder;
        this.rows = rows;
        this.draft = draft;
        this.users = users;
        this.access = access;
        this.journal = journal;
    }

    @GET
    @Needs(action = "can_read", view = VIEW)
    @Says("Dashboards the caller may see")
    public Map<String, Object> list(@QueryParam("q") String q, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        ListRequest request = ListRequest.parse(q);
        Page<Dashboard> page = dashboards.list(request.query(access.visibility(principal), principal));
        return request.answer("List Dashboards", ORDER, page, rows.list(page.items(), principal));
    }

    @GET
    @Path("_info")
    @Needs(action = "can_read", view = VIEW)
    @Says("What the caller may do with dashboards, and how their list filters")
    public Map<String, Object> info(@Context SecurityContext context) {
        Map<String, List<String>> filters = Map.of(
                "dashboard_title", List.of("title_or_slug", "ct", "eq"),
                "published", List.of("eq"),
                "id", List.of("dashboard_is_favorite", "dashboard_is_certified"),
                "created_by", List.of("rel_o_m", "dashboard_created_by_me"),
                "owners", List.of("rel_m_m"),
                "changed_by", List.of("rel_o_m"));
        return Info.of(access, Visitor.principal(context), VIEW, filters);
    }

    @GET
    @Path("related/{column}")
    @Needs(action = "can_read", view = VIEW)
    @Says("Values for a column: owners, roles, created_by, changed_by")
    public Map<String, Object> related(@PathParam("column") String column, @QueryParam("q") String q) {
        return switch (column) {
            case "owners", "created_by", "changed_by" -> Related.people(users, q);
            case "roles" -> finder.roles(q);
            default -> throw KaravelException.notFound("Column", column);
        };
    }

    @GET
    @Path("{id_or_slug}")
    @Needs(action = "can_read", view = VIEW)
    @Says("One dashboard, by id, slug or uuid")
    public Map<String, Object> one(@PathParam("id_or_slug") String idOrSlug, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Dashboard dashboard = finder.visible(idOrSlug, principal);
        journal.noteDashboard(principal, "dashboard_viewed", dashboard.id());
        return Map.of("result", shown(dashboard, principal));
    }

    @POST
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Save a new dashboard",
            body = {
                "dashboard_title*",
                "slug",
                "position_json",
                "json_metadata",
                "css",
                "theme_id",
                "published",
                "owners",
                "roles",
                "description",
                "certified_by",
                "certification_details"
            })
    public Response create(JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Dashboard saved = draft.create(new Fields(body), principal);
        journal.noteDashboard(principal, "dashboard_created", saved.id());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", saved.id(), "result", shown(saved, principal)))
                .build();
    }

    @PUT
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Change a dashboard; with the version it began with, a change made meanwhile is told",
            body = {
                "version",
                "dashboard_title",
                "slug",
                "position_json",
                "json_metadata",
                "css",
                "theme_id",
                "published",
                "owners",
                "roles",
                "description",
                "certified_by",
                "certification_details"
            })
    public Map<String, Object> change(@PathParam("id") long id, JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Dashboard saved = draft.change(finder.editable(Long.toString(id), principal), new Fields(body), principal);
        journal.noteDashboard(principal, "dashboard_changed", id);
        return Map.of(
                "id",
                id,
                "result",
                shown(saved, principal),
                "last_modified_time",
                saved.stamp().changedOn().toEpochMilli() / 1000.0);
    }

    @DELETE
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete a dashboard")
    public Map<String, Object> delete(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        dashboards.delete(finder.editable(Long.toString(id), principal).id());
        journal.noteDashboard(principal, "dashboard_deleted", id);
        return Map.of("message", "OK");
    }

    @DELETE
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete several dashboards: q=!(1,2)")
    public Map<String, Object> deleteSome(@QueryParam("q") String q, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        List<Dashboard> doomed = new ArrayList<>();
        Ids.parse(q).forEach(id -> doomed.add(finder.editable(Long.toString(id), principal)));
        doomed.forEach(dashboard -> {
            dashboards.delete(dashboard.id());
            journal.noteDashboard(principal, "dashboard_deleted", dashboard.id());
        });
        return Map.of("message", "Deleted " + doomed.size() + (doomed.size() == 1 ? " dashboard" : " dashboards"));
    }

    private Map<String, Object> shown(Dashboard dashboard, Principal principal) {
        Map<String, Object> row = rows.one(dashboard);
        row.put(
                "is_editable",
                access.may(principal, "can_write", VIEW) && access.mayEdit(principal, dashboard.owners()));
        return row;
    }
}
