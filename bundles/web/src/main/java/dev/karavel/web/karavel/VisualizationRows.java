package dev.karavel.web.karavel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.viz.Visualization;
import dev.karavel.web.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Visualizations as pages are told of them, by list or by event. */
public final class VisualizationRows {
    private static final List<String> FROM_DESCRIPTOR =
            List.of("contract", "controls", "query", "behaviours", "dataContract", "messages", "texts");

    private VisualizationRows() {}

    public static List<Map<String, Object>> list(List<Visualization> visualizations) {
        return visualizations.stream().map(VisualizationRows::row).toList();
    }

    public static Map<String, Object> row(Visualization visualization) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("viz_type", visualization.vizType());
        row.put("title", visualization.title());
        row.put("category", visualization.category());
        row.put("plugin", visualization.plugin());
        row.put("version", visualization.version());
        row.put("tags", visualization.tags());
        row.put("description", visualization.description());
        row.put("module", emptyAsNull(visualization.module()));
        row.put("scripts", scripts(visualization));
        row.put("thumbnail", emptyAsNull(visualization.thumbnail()));
        JsonNode descriptor = descriptor(visualization.descriptor());
        for (String name : FROM_DESCRIPTOR) {
            row.put(name, descriptor.has(name) ? descriptor.get(name) : null);
        }
        row.put("state", visualization.ready() ? "ready" : "refused");
        row.put("problem", emptyAsNull(visualization.problem()));
        return row;
    }

    /** Below the folder of the plugin, which all of them share with the module: a list of many types stays short. */
    private static List<String> scripts(Visualization visualization) {
        String folder = String.join(
                        "/",
                        List.of(visualization.module().split("/")).stream()
                                .limit(4)
                                .toList()) + "/";
        return visualization.scripts().stream()
                .filter(script -> script.startsWith(folder))
                .map(script -> script.substring(folder.length()))
                .toList();
    }

    /** A refused plugin may have a descriptor that is no JSON: that is its problem, and the list goes on. */
    private static JsonNode descriptor(String text) {
        try {
            return Json.read(text.isBlank() ? "{}" : text);
        } catch (JsonProcessingException e) {
            return Json.mapper().createObjectNode();
        }
    }

    private static String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
