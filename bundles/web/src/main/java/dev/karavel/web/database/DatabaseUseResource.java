package dev.karavel.web.database;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is made from a database. */
@Component(service = DatabaseUseResource.class)
@RestResource
@Path("database")
@Produces(MediaType.APPLICATION_JSON)
public final class DatabaseUseResource {
    private final DatabaseFinder finder;
    private final Datasets datasets;
    private final Charts charts;
    private final Dashboards dashboards;
    private final AccessControl access;

    @Activate
    public DatabaseUseResource(
            @Reference DatabaseFinder finder,
            @Reference Datasets datasets,
            @Reference Charts charts,
            @Reference Dashboards dashboards,
            @Reference AccessControl access) {
        this.finder = finder;
        this.datasets = datasets;
        this.charts = charts;
        this.dashboards = dashboards;
        this.access = access;
    }

    @GET
    @Path("{id: \\d{1,18}}/related_objects/")
    @Needs(action = "can_read", view = "Database")
    @Says("Datasets, charts and dashboards made from a database, as far as the caller sees them")
    public Map<String, Object> related(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Database database = finder.usable(id, principal);
        List<Chart> made = datasets.ofDatabase(database.id()).stream()
                .flatMap(dataset -> charts.ofDataset(dataset.id()).stream())
                .filter(chart -> access.maySee(principal, chart))
                .toList();
        List<Dashboard> shown = made.stream()
                .flatMap(chart -> dashboards.withChart(chart.id()).stream())
                .filter(dashboard -> access.maySee(principal, dashboard))
                .distinct()
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "datasets", Map.of("count", datasets.ofDatabase(database.id()).size()));
        answer.put("charts", list(made.stream().map(DatabaseUseResource::row).toList()));
        answer.put(
                "dashboards", list(shown.stream().map(DatabaseUseResource::row).toList()));
        answer.put("sqllab_tab_states", list(List.of()));
        return answer;
    }

    private static Map<String, Object> list(List<Map<String, Object>> rows) {
        return Map.of("count", rows.size(), "result", rows);
    }

    private static Map<String, Object> row(Chart chart) {
        return Map.of("id", chart.id(), "slice_name", chart.name(), "viz_type", chart.vizType());
    }

    private static Map<String, Object> row(Dashboard dashboard) {
        return Map.of("id", dashboard.id(), "slug", dashboard.slug().orElse(""), "title", dashboard.title());
    }
}
