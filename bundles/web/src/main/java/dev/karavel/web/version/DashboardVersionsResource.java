package dev.karavel.web.version;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.dashboard.DashboardRows;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import dev.karavel.web.thing.Things;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a dashboard looked like, and how to have it back. Whose it is and who may see it stay as they are. */
@Component(service = DashboardVersionsResource.class)
@RestResource
@Path("dashboard")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public final class DashboardVersionsResource {
    private static final ThingKind KIND = ThingKind.DASHBOARD;

    private final VersionRows versions;
    private final Things things;
    private final Dashboards dashboards;
    private final DashboardRows rows;
    private final Journal journal;
    private final Charts charts;
    private final AccessControl access;

    @Activate
    public DashboardVersionsResource(
            @Reference VersionRows versions,
            @Reference Things things,
            @Reference Dashboards dashboards,
            @Reference DashboardRows rows,
            @Reference Journal journal,
            @Reference Charts charts,
            @Reference AccessControl access) {
        this.versions = versions;
        this.things = things;
        this.dashboards = dashboards;
        this.rows = rows;
        this.journal = journal;
        this.charts = charts;
        this.access = access;
    }

    @GET
    @Path("{id: \\d{1,18}}/versions/")
    @Needs(action = "can_read", view = "Dashboard")
    @Says("Who saved a dashboard when, and how many places of which field they changed; newest first")
    public Map<String, Object> list(@PathParam("id") long id, @Context SecurityContext context) {
        things.visible(KIND, id, Visitor.principal(context));
        return versions.list(KIND, id);
    }

    @GET
    @Path("{id: \\d{1,18}}/versions/{version: \\d{1,9}}")
    @Needs(action = "can_read", view = "Dashboard")
    @Says("A dashboard as it was saved then")
    public Map<String, Object> one(
            @PathParam("id") long id, @PathParam("version") int version, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        things.visible(KIND, id, principal);
        return Map.of(
                "id", id, "version", version, "result", rows.one(versions.find(KIND, Dashboard.class, id, version)));
    }

    @POST
    @Path("{id: \\d{1,18}}/versions/{version: \\d{1,9}}/restore")
    @Consumes(MediaType.WILDCARD)
    @Needs(action = "can_write", view = "Dashboard")
    @Says("Save a dashboard as it was then; what it is now stays in its history")
    public Map<String, Object> restore(
            @PathParam("id") long id, @PathParam("version") int version, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        things.editable(KIND, id, principal);
        Dashboard now = dashboards.find(id).orElseThrow(() -> KaravelException.notFound("Dashboard", id));
        Dashboard saved = dashboards.save(restored(now, versions.find(KIND, Dashboard.class, id, version), principal));
        journal.noteDashboard(principal, "dashboard_restored", id);
        return Map.of("id", id, "result", rows.one(saved));
    }

    private Dashboard restored(Dashboard now, Dashboard then, Principal principal) {
        // charts that went, or that the writer may not see, stay away
        List<Long> held = charts.find(then.charts()).stream()
                .filter(chart -> now.charts().contains(chart.id()) || access.maySee(principal, chart))
                .map(Chart::id)
                .toList();
        return new Dashboard(
                now.id(),
                now.uuid(),
                now.version(),
                then.title(),
                now.slug(),
                then.description(),
                then.position(),
                then.metadata(),
                then.css(),
                now.published(),
                then.certifiedBy(),
                then.certificationDetails(),
                held,
                now.owners(),
                now.roles(),
                then.theme(),
                now.stamp().by(principal.userId()));
    }
}
