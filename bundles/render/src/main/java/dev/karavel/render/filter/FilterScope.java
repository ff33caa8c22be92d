package dev.karavel.render.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which charts of a dashboard a filter reaches, as Superset writes it; the page's own {@code filters/scope.ts} reads it alike.
 *
 * @param rootPath ids of nodes of the layout whose charts are meant
 * @param excluded ids of charts that are left out all the same
 */
record FilterScope(List<String> rootPath, Set<Long> excluded) {
    private static final FilterScope EVERYWHERE = new FilterScope(List.of(ChartPaths.ROOT), Set.of());

    static FilterScope read(JsonNode scope) {
        List<String> nodes = new ArrayList<>();
        scope.path("rootPath").forEach(node -> nodes.add(node.asText()));
        return new FilterScope(
                scope.path("rootPath").isArray() ? nodes : EVERYWHERE.rootPath, ids(scope.path("excluded")));
    }

    /** Of a native filter: by its scope; by the charts it was saved with only where it has none. */
    static Set<Long> ofFilter(JsonNode filter, ChartPaths paths) {
        return filter.path("scope").isMissingNode()
                        && filter.path("chartsInScope").isArray()
                ? ids(filter.path("chartsInScope"))
                : read(filter.path("scope")).charts(paths);
    }

    /** Of a click in a chart: never the chart itself, and nothing where the dashboard wants no cross-filters. */
    static Set<Long> ofChart(long chart, JsonNode metadata, ChartPaths paths) {
        FilterScope global = read(metadata.path("global_chart_configuration").path("scope"));
        JsonNode own = metadata.path("chart_configuration")
                .path(Long.toString(chart))
                .path("crossFilters")
                .path("scope");
        boolean scoped = own.isObject();
        if (!metadata.path("cross_filters_enabled").asBoolean(true) || !scoped && global.excluded.contains(chart)) {
            return Set.of();
        }
        return (scoped ? read(own) : global)
                .charts(paths).stream().filter(reached -> reached != chart).collect(Collectors.toSet());
    }

    private Set<Long> charts(ChartPaths paths) {
        return paths.charts().stream()
                .filter(chart -> !excluded.contains(chart) && paths.below(chart, rootPath))
                .collect(Collectors.toSet());
    }

    private static Set<Long> ids(JsonNode list) {
        List<Long> ids = new ArrayList<>();
        list.forEach(id -> ids.add(id.asLong()));
        return Set.copyOf(ids.stream().filter(id -> id > 0).toList());
    }
}
