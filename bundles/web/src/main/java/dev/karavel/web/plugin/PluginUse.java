package dev.karavel.web.plugin;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Visibility;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which charts and dashboards use a chart type. For administrators, who see all of them. */
@Component(service = PluginUse.class)
public final class PluginUse {
    private static final int MOST_NAMED = 100;

    private final Charts charts;
    private final Dashboards dashboards;

    @Activate
    public PluginUse(@Reference Charts charts, @Reference Dashboards dashboards) {
        this.charts = charts;
        this.dashboards = dashboards;
    }

    long count(String vizType) {
        return charts.list(of(vizType, 1)).count();
    }

    /** How many there are, and the first by name. */
    Map<String, Object> of(String vizType) {
        Page<Chart> found = charts.list(of(vizType, MOST_NAMED));
        List<Map<String, Object>> shown = found.items().stream()
                .flatMap(chart -> dashboards.withChart(chart.id()).stream())
                .distinct()
                .map(PluginUse::row)
                .toList();
        Map<String, Object> use = new LinkedHashMap<>();
        use.put("chart_count", found.count());
        use.put("charts", found.items().stream().map(PluginUse::row).toList());
        use.put("dashboards", shown);
        return use;
    }

    private static ListQuery of(String vizType, int most) {
        return new ListQuery(
                List.of(new Condition("viz_type", "eq", vizType)), "slice_name", false, 0, most, new Visibility.All());
    }

    private static Map<String, Object> row(Chart chart) {
        return Map.of("id", chart.id(), "slice_name", chart.name());
    }

    private static Map<String, Object> row(Dashboard dashboard) {
        return Map.of("id", dashboard.id(), "dashboard_title", dashboard.title());
    }
}
