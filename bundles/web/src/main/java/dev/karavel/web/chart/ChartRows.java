package dev.karavel.web.chart;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.list.People;
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
    private final Datasets datasets;
    private final Dashboards dashboards;
    private final Users users;
    private final AccessControl access;

    @Activate
    public ChartRows(
            @Reference Datasets datasets,
            @Reference Dashboards dashboards,
            @Reference Users users,
            @Reference AccessControl access) {
        this.datasets = datasets;
        this.dashboards = dashboards;
        this.users = users;
        this.access = access;
    }

    List<Map<String, Object>> list(List<Chart> charts, Principal principal) {
        Map<Long, Dataset> sources = datasets
                .find(charts.stream().map(Chart::datasetId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Dataset::id, dataset -> dataset));
        People people = people(charts);
        return charts.stream()
                .map(chart -> row(chart, sources.get(chart.datasetId()), people, principal))
                .toList();
    }

    Map<String, Object> one(Chart chart, Principal principal) {
        Map<String, Object> row =
                row(chart, datasets.find(chart.datasetId()).orElse(null), people(List.of(chart)), principal);
        row.put("params", chart.params());
        row.put("query_context", chart.queryContext().orElse(null));
        return row;
    }

    private People people(List<Chart> charts) {
        return new People(
                users,
                charts.stream().map(Chart::stamp).toList(),
                charts.stream().map(Chart::owners).toList(),
                Instant.now());
    }

    private Map<String, Object> row(Chart chart, Dataset dataset, People people, Principal principal) {
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
        row.put("dashboards", dashboards(chart, principal));
        row.put("tags", List.of());
        row.put("is_managed_externally", false);
        people.put(row, chart.stamp());
        return row;
    }

    private List<Map<String, Object>> dashboards(Chart chart, Principal principal) {
        return dashboards.withChart(chart.id()).stream()
                .filter(dashboard -> access.maySee(principal, dashboard))
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
