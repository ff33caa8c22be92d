package dev.karavel.exchange.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Chart types of older Superset releases: what they are called today, and how their controls are. */
public final class VizTypes {
    private record Successor(String vizType, Consumer<Controls> controls) {}

    private static final Map<String, Successor> SUCCESSORS = Map.ofEntries(
            Map.entry("line", new Successor("echarts_timeseries_line", VizTypes::overTime)),
            Map.entry("bar", new Successor("echarts_timeseries_bar", VizTypes::overTime)),
            Map.entry("area", new Successor("echarts_area", VizTypes::overTime)),
            Map.entry("dist_bar", new Successor("echarts_timeseries_bar", VizTypes::bars)),
            Map.entry("dual_line", new Successor("mixed_timeseries", VizTypes::dualLine)),
            Map.entry("sunburst", new Successor("sunburst_v2", controls -> controls.rename("groupby", "columns"))),
            Map.entry("treemap", new Successor("treemap_v2", controls -> controls.first("metrics", "metric"))),
            Map.entry("heatmap", new Successor("heatmap_v2", VizTypes::heatMap)),
            Map.entry("histogram", new Successor("histogram_v2", VizTypes::histogram)),
            Map.entry("sankey", new Successor("sankey_v2", VizTypes::sankey)),
            Map.entry("pivot_table", new Successor("pivot_table_v2", VizTypes::pivot)));

    private VizTypes() {}

    public static String today(String vizType) {
        return SUCCESSORS.containsKey(vizType) ? SUCCESSORS.get(vizType).vizType() : vizType;
    }

    /** Form data for {@link #today}; the same if the type has its old name still. */
    public static Map<String, Object> controls(String vizType, Map<String, Object> params) {
        Map<String, Object> changed = new LinkedHashMap<>(params);
        if (SUCCESSORS.containsKey(vizType)) {
            SUCCESSORS.get(vizType).controls().accept(new Controls(changed));
        }
        changed.put("viz_type", today(vizType));
        return changed;
    }

    private static void overTime(Controls controls) {
        controls.copy("granularity_sqla", "x_axis");
        controls.rename("bar_stacked", "stack");
        controls.rename("show_brush", "zoomable");
    }

    private static void bars(Controls controls) {
        List<Object> rows = controls.list("groupby");
        if (!rows.isEmpty()) {
            controls.put("x_axis", rows.get(0));
            controls.put("groupby", controls.joined(rows.subList(1, rows.size()), controls.list("columns")));
            controls.remove("columns");
        }
        controls.rename("bar_stacked", "stack");
    }

    private static void dualLine(Controls controls) {
        controls.copy("granularity_sqla", "x_axis");
        controls.wrap("metric", "metrics");
        controls.wrap("metric_2", "metrics_b");
        controls.rename("y_axis_2_format", "y_axis_format_secondary");
    }

    private static void heatMap(Controls controls) {
        controls.rename("all_columns_x", "x_axis");
        controls.rename("all_columns_y", "groupby");
    }

    private static void histogram(Controls controls) {
        controls.first("all_columns_x", "column");
        controls.rename("link_length", "bins");
        controls.rename("norm", "normalize");
    }

    private static void sankey(Controls controls) {
        List<Object> ends = controls.list("groupby");
        if (ends.size() >= 2) {
            controls.put("source", ends.get(0));
            controls.put("target", ends.get(1));
            controls.remove("groupby");
        }
    }

    private static void pivot(Controls controls) {
        controls.rename("groupby", "groupbyRows");
        controls.rename("columns", "groupbyColumns");
        controls.rename("pandas_aggfunc", "aggregateFunction");
        controls.rename("transpose_pivot", "transposePivot");
    }
}
