package dev.karavel.web.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.dataset.DatasetRows;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
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

/** What a dashboard is made of. */
@Component(service = DashboardPartsResource.class)
@RestResource
@Path("dashboard")
@Produces(MediaType.APPLICATION_JSON)
public final class DashboardPartsResource {
    private final DashboardFinder finder;
    private final Charts charts;
    private final Datasets datasets;
    private final DatasetRows datasetRows;
    private final AccessControl access;

    @Activate
    public DashboardPartsResource(
            @Reference DashboardFinder finder,
            @Reference Charts charts,
            @Reference Datasets datasets,
            @Reference DatasetRows datasetRows,
            @Reference AccessControl access) {
        this.finder = finder;
        this.charts = charts;
        this.datasets = datasets;
        this.datasetRows = datasetRows;
        this.access = access;
    }

    @GET
    @Path("{id_or_slug}/charts")
    @Needs(action = "can_read", view = "Dashboard")
    @Says("The charts of a dashboard with their form data")
    public Map<String, Object> charts(@PathParam("id_or_slug") String idOrSlug, @Context SecurityContext context) {
        Dashboard dashboard = finder.visible(idOrSlug, Visitor.principal(context));
        return Map.of(
                "result",
                charts.find(dashboard.charts()).stream()
                        .map(DashboardPartsResource::row)
                        .toList());
    }

    @GET
    @Path("{id_or_slug}/datasets")
    @Needs(action = "can_read", view = "Dashboard")
    @Says("The datasets behind the charts of a dashboard, as far as the caller may query them")
    public Map<String, Object> datasets(@PathParam("id_or_slug") String idOrSlug, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Dashboard dashboard = finder.visible(idOrSlug, principal);
        List<Long> ids = charts.find(dashboard.charts()).stream()
                .map(Chart::datasetId)
                .distinct()
                .toList();
        List<Dataset> sources = datasets.find(ids).stream()
                .filter(dataset -> access.mayQuery(principal, dataset))
                .toList();
        return Map.of("result", sources.stream().map(datasetRows::one).toList());
    }

    @GET
    @Path("{id_or_slug}/tabs")
    @Needs(action = "can_read", view = "Dashboard")
    @Says("The tabs of a dashboard as a tree")
    public Map<String, Object> tabs(@PathParam("id_or_slug") String idOrSlug, @Context SecurityContext context) {
        return Map.of(
                "result",
                new Layout(finder.visible(idOrSlug, Visitor.principal(context)).position()).tabs());
    }

    private static Map<String, Object> row(Chart chart) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", chart.id());
        row.put("slice_name", chart.name());
        row.put("form_data", formData(chart));
        row.put("cache_timeout", chart.cacheTimeout().orElse(null));
        row.put("description", chart.description());
        row.put("description_markeddown", chart.description());
        row.put("slice_url", "/explore/?slice_id=" + chart.id());
        row.put("changed_on", chart.stamp().changedOn().toString());
        return row;
    }

    private static Map<String, Object> formData(Chart chart) {
        Map<String, Object> formData = new LinkedHashMap<>(stored(chart));
        formData.put("slice_id", chart.id());
        formData.put("viz_type", chart.vizType());
        formData.put("datasource", chart.datasetId() + "__table");
        return formData;
    }

    /** A chart whose stored form data cannot be read is shown without it rather than hiding the whole dashboard. */
    private static Map<String, Object> stored(Chart chart) {
        try {
            JsonNode params = Json.read(chart.params().isBlank() ? "{}" : chart.params());
            return params.isObject() ? Fields.plain(params) : Map.of();
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }
}
