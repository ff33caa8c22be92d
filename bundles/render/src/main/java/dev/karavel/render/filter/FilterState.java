package dev.karavel.render.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.catalog.Dashboard;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the filters of a dashboard put on top of each chart's form data: their defaults, or what somebody chose. */
public final class FilterState {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** These add up where several filters reach a chart; of all others the last word counts. */
    private static final Set<String> APPENDED = Set.of(
            "filters",
            "adhoc_filters",
            "custom_form_data",
            "interactive_groupby",
            "interactive_highlight",
            "interactive_drilldown");

    private final Map<Long, ObjectNode> byChart = new HashMap<>();

    /** First value of a column, for filters that take it by themselves. */
    @FunctionalInterface
    public interface FirstValue {
        Optional<Object> of(JsonNode filter);
    }

    private FilterState() {}

    /**
     * @param charts ids of those the dashboard holds
     * @param dataMask Superset's: what was chosen, by ids of filters and of charts that were clicked in; empty for the defaults
     */
    public static FilterState of(Dashboard dashboard, Collection<Long> charts, String dataMask, FirstValue firstValue) {
        FilterState state = new FilterState();
        JsonNode metadata = read(dashboard.metadata());
        JsonNode masks = read(dataMask);
        ChartPaths paths = new ChartPaths(read(dashboard.position()), charts);
        Map<String, JsonNode> chosen = new LinkedHashMap<>();
        masks.properties().forEach(mask -> chosen.put(mask.getKey(), mask.getValue()));
        for (JsonNode filter : metadata.path("native_filter_configuration")) {
            JsonNode own = chosen.remove(filter.path("id").asText());
            JsonNode extra =
                    own != null && own.has("extraFormData") ? own.path("extraFormData") : standard(filter, firstValue);
            state.add(extra, FilterScope.ofFilter(filter, paths));
        }
        chosen.forEach((id, mask) -> {
            if (id.matches("\\d{1,18}") && paths.charts().contains(Long.valueOf(id))) {
                state.add(mask.path("extraFormData"), FilterScope.ofChart(Long.parseLong(id), metadata, paths));
            }
        });
        return state;
    }

    /** What a filter does before anybody chose. */
    private static JsonNode standard(JsonNode filter, FirstValue firstValue) {
        boolean first = filter.path("filterType").asText().equals("filter_select")
                && filter.path("controlValues").path("defaultToFirstItem").asBoolean();
        if (!first) {
            return filter.path("defaultDataMask").path("extraFormData");
        }
        Optional<Object> value = firstValue.of(filter);
        ObjectNode extra = JSON.createObjectNode();
        value.ifPresent(one -> extra.putArray("filters")
                .addObject()
                .put(
                        "col",
                        filter.path("targets")
                                .path(0)
                                .path("column")
                                .path("name")
                                .asText())
                .put("op", filter.path("controlValues").path("inverseSelection").asBoolean() ? "NOT IN" : "IN")
                .putArray("val")
                .addPOJO(one));
        return extra;
    }

    private void add(JsonNode extra, Set<Long> charts) {
        if (extra.isObject() && !extra.isEmpty()) {
            charts.forEach(chart -> merge(byChart.computeIfAbsent(chart, id -> JSON.createObjectNode()), extra));
        }
    }

    private static void merge(ObjectNode merged, JsonNode extra) {
        extra.properties().forEach(part -> {
            JsonNode value = part.getValue();
            if (APPENDED.contains(part.getKey()) && value.isArray()) {
                merged.withArrayProperty(part.getKey()).addAll((ArrayNode) value);
            } else if (!value.isNull() && !value.asText("-").isEmpty()) {
                merged.set(part.getKey(), value);
            }
        });
    }

    /** The chart's {@code extra_form_data}; empty where no filter reaches it. */
    public Map<String, Object> extraFormData(long chart) {
        ObjectNode extra = byChart.get(chart);
        return extra == null ? Map.of() : JSON.convertValue(extra, new TypeReference<>() {});
    }

    private static JsonNode read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            return node.isObject() ? node : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
