package dev.karavel.render.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Charts of a layout, each with the ids of all nodes above it; charts the layout does not name lie at the root. */
public final class ChartPaths {
    static final String ROOT = "ROOT_ID";
    private static final int DEEPEST = 24;

    private final JsonNode nodes;
    private final Map<Long, Set<String>> paths = new LinkedHashMap<>();

    ChartPaths(JsonNode layout, Collection<Long> charts) {
        nodes = layout.isObject() ? layout : MissingNode.getInstance();
        charts.forEach(id -> paths.put(id, new HashSet<>(Set.of(ROOT))));
        walk(ROOT, new ArrayDeque<>());
    }

    private void walk(String id, Deque<String> above) {
        JsonNode node = nodes.path(id);
        if (node.isMissingNode() || above.size() > DEEPEST || above.contains(id)) {
            return;
        }
        above.push(id);
        Set<String> path = node.path("type").asText().equals("CHART")
                ? paths.get(node.path("meta").path("chartId").asLong())
                : null;
        if (path != null) {
            path.addAll(above);
        }
        node.path("children").forEach(child -> walk(child.asText(), above));
        above.pop();
    }

    /** Ids of a node and of all above it; empty for one that is not there. */
    public static Set<String> above(JsonNode layout, String id) {
        Set<String> path = new HashSet<>();
        String at = layout.has(id) ? id : "";
        while (!at.isEmpty() && path.add(at)) {
            at = parent(layout, at);
        }
        return path;
    }

    private static String parent(JsonNode layout, String id) {
        for (Map.Entry<String, JsonNode> node : layout.properties()) {
            for (JsonNode child : node.getValue().path("children")) {
                if (child.asText().equals(id)) {
                    return node.getKey();
                }
            }
        }
        return "";
    }

    Set<Long> charts() {
        return paths.keySet();
    }

    /** Whether a chart lies below any of these nodes. */
    boolean below(long chart, Collection<String> some) {
        return some.stream().anyMatch(paths.getOrDefault(chart, Set.of())::contains);
    }
}
