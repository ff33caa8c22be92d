package dev.karavel.web.chart;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.render.ChartRenderer;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.list.People;
import dev.karavel.web.tag.TagRows;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Charts as the REST interface shows them. */
@Component(service = ChartRows.class)
public final class ChartRows {
    private static final int MOST_DASHBOARDS = 200;

    private final Datasets datasets;
    private final Dashboards dashboards;
    private final Users users;
    private final AccessControl access;
    private final ChartRenderer renderer;
    private final TagRows tags;

    @Activate
    public ChartRows(
            @Reference Datasets datasets,
            @Reference Dashboards dashboards,
            @Reference Users users,
            @Reference AccessControl access,
            @Reference ChartRenderer renderer,
            @Reference TagRows tags) {
        this.tags = tags;
        this.datasets = datasets;
        this.dashboards = dashboards;
        this.users = users;
        this.access = access;
        this.renderer = renderer;
    }

    List<Map<String, Object>> list(List<Chart> charts, Principal principal) {
        Map<Long, Dataset> sources = datasets
                .find(charts.stream().map(Chart::datasetId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Dataset::id, dataset -> dataset));
        List<Dashboard> homes = dashboardsOf(charts, principal);
        People people = people(charts);
        Map<Long, String> digests = renderer.chartDigests(charts, principal);
        List<Map<String, Object>> rows = charts.stream()
                .map(chart -> {
                    Map<String, Object> row = row(chart, sources.get(chart.datasetId()), homes, people);
                    row.put(
                            "thumbnail_url",
                            "/api/v1/chart/" + chart.id() + "/thumbnail/" + digests.get(chart.id()) + "/");
                    return row;
                })
                .toList();
        tags.put(ThingKind.CHART, rows);
        return rows;
    }

    public Map<String, Object> one(Chart chart, Principal principal) {
        Map<String, Object> row =
                new LinkedHashMap<>(list(List.of(chart), principal).get(0));
        row.put("params", chart.params());
        row.put("query_context", chart.queryContext().orElse(null));
        row.put("version", chart.version());
        return row;
    }

    /** In one question: a list of charts is the page people open most. */
    private List<Dashboard> dashboardsOf(List<Chart> charts, Principal principal) {
        if (charts.isEmpty()) {
            return List.of();
        }
        Condition held = new Condition(
                "charts", "rel_m_m", charts.stream().map(Chart::id).toList());
        ListQuery query = new ListQuery(
                List.of(held), "dashboard_title", false, 0, MOST_DASHBOARDS, access.visibility(principal));
        return dashboards.list(query).items();
    }

    private People people(List<Chart> charts) {
        return new People(
                users,
                charts.stream().map(Chart::stamp).toList(),
                charts.stream().map(Chart::owners).toList(),
                Instant.now());
    }

    private static Map<String, Object> row(Chart chart, Dataset dataset, List<Dashboard> homes, People people) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", chart.id());
        row.put("uuid", chart.uuid().toString());
        row.put("slice_name", chart.name());
        row.put("viz_type", chart.vizType());
        row.put("description", chart.description());
        row.put("url", "/explore/?slice_id=" + chart.id());
        row.put("slice_url", "/explore/?slice_id=" + chart.id());
        row.put("datasource_id", chart.datasetId());
        row.put("datasource_type", "table");
        row.put(
                "datasource_name_text",
                dataset == null
                        ? null
                        : dataset.schema().map(schema -> schema + ".").orElse("") + dataset.tableName());
        row.put("datasource_url", "/explore/?datasource_type=table&datasource_id=" + chart.datasetId());
        row.put("cache_timeout", chart.cacheTimeout().orElse(null));
        row.put("certified_by", chart.certifiedBy());
        row.put("certification_details", chart.certificationDetails());
        row.put("owners", people.owners(chart.owners()));
        row.put("dashboards", homes(chart, homes));
        row.put("is_managed_externally", false);
        people.put(row, chart.stamp());
        return row;
    }

    private static List<Map<String, Object>> homes(Chart chart, List<Dashboard> dashboards) {
        return dashboards.stream()
                .filter(dashboard -> dashboard.charts().contains(chart.id()))
                .map(ChartRows::named)
                .toList();
    }

    private static Map<String, Object> named(Dashboard dashboard) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", dashboard.id());
        result.put("dashboard_title", dashboard.title());
        return result;
    }
}
