package dev.karavel.report.compose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.render.DashboardPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tabs and filters a dashboard is sent with: {@code extra.dashboard}, as Superset stores it. Several anchors are a picture each.
 */
public final class DashboardState {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DashboardState() {}

    /** @throws KaravelException INVALID_REQUEST with the field extra */
    public static List<DashboardPart> parts(String extra) {
        JsonNode state = read(extra.isBlank() ? "{}" : extra).path("dashboard");
        String mask = mask(state).toString();
        Map<String, String> params = params(state.path("urlParams"));
        List<String> tabs = texts(state.path("activeTabs"));
        List<String> anchors = anchors(state.path("anchor"));
        if (anchors.isEmpty()) {
            return List.of(new DashboardPart(tabs, false, Optional.empty(), mask, params));
        }
        return anchors.stream()
                .map(anchor -> new DashboardPart(tabs, false, Optional.of(anchor), mask, params))
                .toList();
    }

    /** Of the messages: {@code extra.language}, empty where none is chosen. */
    static String language(String extra) {
        return read(extra.isBlank() ? "{}" : extra).path("language").asText("");
    }

    private static JsonNode read(String extra) {
        try {
            return MAPPER.readTree(extra);
        } catch (JsonProcessingException e) {
            throw KaravelException.invalid("extra", "extra is no JSON object");
        }
    }

    /** One id, or a JSON array of ids as text. */
    private static List<String> anchors(JsonNode anchor) {
        if (anchor.isNumber()) {
            return List.of(anchor.asText());
        }
        if (!anchor.isTextual() || anchor.textValue().isBlank()) {
            return texts(anchor);
        }
        String text = anchor.textValue().strip();
        return text.startsWith("[") ? texts(read(text)) : List.of(text);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> {
            // Superset's own schema says numbers where its pages send text
            if (item.isNumber() || item.isTextual() && !item.textValue().isBlank()) {
                texts.add(item.asText());
            }
        });
        return texts;
    }

    private static Map<String, String> params(JsonNode pairs) {
        Map<String, String> params = new LinkedHashMap<>();
        pairs.forEach(pair -> {
            if (pair.size() == 2 && !pair.get(1).isNull()) {
                params.put(pair.get(0).asText(), pair.get(1).asText());
            }
        });
        return params;
    }

    private static ObjectNode mask(JsonNode state) {
        ObjectNode mask = state.path("dataMask").isObject()
                ? ((ObjectNode) state.path("dataMask")).deepCopy()
                : MAPPER.createObjectNode();
        for (JsonNode filter : state.path("nativeFilters")) {
            String id = filter.path("nativeFilterId").asText("");
            if (!id.isEmpty()) {
                mask.set(id, chosen(id, filter));
            }
        }
        return mask;
    }

    private static ObjectNode chosen(String id, JsonNode filter) {
        JsonNode values = filter.path("filterValues");
        String column = filter.path("columnName").asText("");
        ObjectNode chosen = MAPPER.createObjectNode().put("id", id);
        ObjectNode data = chosen.putObject("extraFormData");
        ObjectNode state = chosen.putObject("filterState");
        JsonNode first = values.isArray() && !values.isEmpty() ? values.get(0) : values;
        switch (filter.path("filterType").asText("filter_select")) {
            case "filter_time" -> {
                data.set("time_range", first);
                state.set("value", first);
            }
            case "filter_timegrain" -> {
                data.set("time_grain_sqla", first);
                state.set("value", values);
            }
            case "filter_timecolumn" -> {
                data.set("granularity_sqla", first);
                state.set("value", values);
            }
            case "filter_range" -> {
                bound(data, column, ">=", values.path(0));
                bound(data, column, "<=", values.path(1));
                state.set("value", values);
            }
            default -> {
                if (!values.isEmpty()) {
                    data.withArray("filters")
                            .addObject()
                            .put("col", column)
                            .put("op", "IN")
                            .set("val", values);
                }
                state.set("value", values);
            }
        }
        return chosen;
    }

    private static void bound(ObjectNode data, String column, String operator, JsonNode value) {
        if (value.isNumber()) {
            data.withArray("filters")
                    .addObject()
                    .put("col", column)
                    .put("op", operator)
                    .set("val", value);
        }
    }
}
