package dev.karavel.web.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.web.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The layout tree of a dashboard, version 2: which charts it holds and which tabs. */
final class Layout {
    private final JsonNode tree;

    Layout(String position) {
        try {
            tree = Json.read(position.isBlank() ? "{}" : position);
        } catch (JsonProcessingException e) {
            throw KaravelException.invalid("position_json", "The layout is not valid JSON");
        }
    }

    /** Ids of the charts, each once. */
    Set<Long> charts() {
        Set<Long> ids = new LinkedHashSet<>();
        for (JsonNode node : tree) {
            JsonNode id = node.path("meta").path("chartId");
            if (node.path("type").asText().equals("CHART") && id.canConvertToLong()) {
                ids.add(id.asLong());
            }
        }
        return ids;
    }

    /** The same layout over other charts: new ids and uuids by the old ids. */
    String withCharts(Map<Long, Long> ids, Map<Long, UUID> uuids) {
        JsonNode copy = tree.deepCopy();
        for (JsonNode node : copy) {
            if (node.path("type").asText().equals("CHART")
                    && node.path("meta") instanceof ObjectNode meta
                    && meta.path("chartId").canConvertToLong()) {
                long old = meta.path("chartId").asLong();
                if (ids.containsKey(old)) {
                    meta.put("chartId", ids.get(old));
                    meta.put("uuid", uuids.get(old).toString());
                }
            }
        }
        return Json.text(copy);
    }

    /** The same layout with the names its charts have in every installation: other places find them by these. */
    String withUuids(Map<Long, UUID> uuids) {
        Map<Long, Long> same = new LinkedHashMap<>();
        uuids.keySet().forEach(id -> same.put(id, id));
        return withCharts(same, uuids);
    }

    /** Superset's client puts the layout into the metadata as {@code positions}. */
    static Optional<String> within(ObjectNode metadata) {
        JsonNode positions = metadata.remove("positions");
        return positions != null && positions.isObject() && !positions.isEmpty()
                ? Optional.of(Json.text(positions))
                : Optional.empty();
    }

    Map<String, Object> tabs() {
        Map<String, String> all = new LinkedHashMap<>();
        List<Map<String, Object>> roots = tabs(tree.path("ROOT_ID"), all, 0);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("all_tabs", all);
        result.put("tab_tree", roots);
        return result;
    }

    private List<Map<String, Object>> tabs(JsonNode node, Map<String, String> all, int depth) {
        List<Map<String, Object>> result = new ArrayList<>();
        if (depth > 50) {
            return result;
        }
        for (JsonNode id : node.path("children")) {
            JsonNode child = tree.path(id.asText());
            List<Map<String, Object>> below = tabs(child, all, depth + 1);
            if (child.path("type").asText().equals("TAB")) {
                String title = child.path("meta").path("text").asText("");
                all.put(id.asText(), title);
                Map<String, Object> tab = new LinkedHashMap<>();
                tab.put("value", id.asText());
                tab.put("title", title);
                tab.put("children", below);
                result.add(tab);
            } else {
                result.addAll(below);
            }
        }
        return result;
    }
}
