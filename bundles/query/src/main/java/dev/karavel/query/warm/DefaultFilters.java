package dev.karavel.query.warm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.api.catalog.Dashboard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the charts of a dashboard are asked with when it is opened: the defaults of its filters, each for the charts in its scope. */
final class DefaultFilters {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> APPENDED = Set.of("filters", "adhoc_filters");
    private static final int DEEPEST = 24;

    private final Map<Long, Set<String>> nodesAbove = new LinkedHashMap<>();
    private final List<JsonNode> filters = new ArrayList<>();

    DefaultFilters(Dashboard dashboard) {
        WarmUp.read(dashboard.metadata()).path("native_filter_configuration").forEach(filters::add);
        dashboard.charts().forEach(chart -> nodesAbove.put(chart, new HashSet<>(Set.of("ROOT_ID"))));
        walk(WarmUp.read(dashboard.position()), "ROOT_ID", List.of());
    }

    Map<String, Object> of(long chart) {
        Map<String, Object> merged = new LinkedHashMap<>();
        for (JsonNode filter : filters) {
            JsonNode extra = filter.path("defaultDataMask").path("extraFormData");
            if (extra.isObject() && inScope(filter, chart)) {
                extra.properties().forEach(field -> merge(merged, field.getKey(), field.getValue()));
            }
        }
        return merged;
    }

    private boolean inScope(JsonNode filter, long chart) {
        JsonNode scope = filter.path("scope");
        for (JsonNode excluded : scope.path("excluded")) {
            if (excluded.asLong() == chart) {
                return false;
            }
        }
        if (!scope.path("rootPath").isArray()) {
            return true;
        }
        Set<String> above = nodesAbove.getOrDefault(chart, Set.of());
        for (JsonNode root : scope.path("rootPath")) {
            if (above.contains(root.asText())) {
                return true;
            }
        }
        return false;
    }

    private static void merge(Map<String, Object> merged, String name, JsonNode json) {
        Object value = JSON.convertValue(json, Object.class);
        if (value == null || "".equals(value)) {
            return;
        }
        if (APPENDED.contains(name) && value instanceof List<?> more) {
            List<Object> all = new ArrayList<>(merged.get(name) instanceof List<?> before ? before : List.of());
            all.addAll(more);
            merged.put(name, all);
        } else {
            merged.put(name, value);
        }
    }

    private void walk(JsonNode layout, String id, List<String> above) {
        JsonNode node = layout.path(id);
        if (above.size() > DEEPEST || above.contains(id)) {
            return;
        }
        List<String> here = new ArrayList<>(above);
        here.add(id);
        if (node.path("type").asText().equals("CHART")) {
            Set<String> known = nodesAbove.get(node.path("meta").path("chartId").asLong());
            if (known != null) {
                known.addAll(here);
            }
        }
        node.path("children").forEach(child -> walk(layout, child.asText(), here));
    }
}
