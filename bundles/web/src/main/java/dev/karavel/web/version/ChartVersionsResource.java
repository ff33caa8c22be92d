package dev.karavel.web.version;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.chart.ChartRows;
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
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a chart looked like, and how to have it back. Whose it is and who may see it stay as they are. */
@Component(service = ChartVersionsResource.class)
@RestResource
@Path("chart")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public final class ChartVersionsResource {
    private static final ThingKind KIND = ThingKind.CHART;

    private final VersionRows versions;
    private final Things things;
    private final Charts charts;
    private final ChartRows rows;
    private final Journal journal;

    @Activate
    public ChartVersionsResource(
            @Reference VersionRows versions,
            @Reference Things things,
            @Reference Charts charts,
            @Reference ChartRows rows,
            @Reference Journal journal) {
        this.versions = versions;
        this.things = things;
        this.charts = charts;
        this.rows = rows;
        this.journal = journal;
    }

    @GET
    @Path("{id: \\d{1,18}}/versions/")
    @Needs(action = "can_read", view = "Chart")
    @Says("Who saved a chart when, and how many places of which field they changed; newest first")
    public Map<String, Object> list(@PathParam("id") long id, @Context SecurityContext context) {
        things.visible(KIND, id, Visitor.principal(context));
        return versions.list(KIND, id);
    }

    @GET
    @Path("{id: \\d{1,18}}/versions/{version: \\d{1,9}}")
    @Needs(action = "can_read", view = "Chart")
    @Says("A chart as it was saved then")
    public Map<String, Object> one(
            @PathParam("id") long id, @PathParam("version") int version, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        things.visible(KIND, id, principal);
        return Map.of(
                "id",
                id,
                "version",
                version,
                "result",
                rows.one(versions.find(KIND, Chart.class, id, version), principal));
    }

    @POST
    @Path("{id: \\d{1,18}}/versions/{version: \\d{1,9}}/restore")
    @Consumes(MediaType.WILDCARD)
    @Needs(action = "can_write", view = "Chart")
    @Says("Save a chart as it was then; what it is now stays in its history")
    public Map<String, Object> restore(
            @PathParam("id") long id, @PathParam("version") int version, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        things.editable(KIND, id, principal);
        Chart now = charts.find(id).orElseThrow(() -> KaravelException.notFound("Chart", id));
        Chart saved = charts.save(restored(now, versions.find(KIND, Chart.class, id, version), principal));
        journal.noteChart(principal, "chart_restored", id);
        return Map.of("id", id, "result", rows.one(saved, principal));
    }

    private Chart restored(Chart now, Chart then, Principal principal) {
        if (then.datasetId() != now.datasetId()
                && things.find(ThingKind.DATASET, then.datasetId(), principal).isEmpty()) {
            throw KaravelException.invalid(
                    "datasource_id", "This version was made of a dataset that is gone, or that you may not query");
        }
        return new Chart(
                now.id(),
                now.uuid(),
                now.version(),
                then.name(),
                then.vizType(),
                then.datasetId(),
                then.params(),
                then.queryContext(),
                then.description(),
                then.cacheTimeout(),
                then.certifiedBy(),
                then.certificationDetails(),
                now.owners(),
                now.stamp().by(principal.userId()));
    }
}
