package dev.karavel.web.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.web.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where a dashboard's metadata speaks of charts by id: when charts are copied, it has to speak of the copies. */
final class ChartReferences {
    private static final List<String> BY_ID = List.of("chart_configuration", "expanded_slices", "filter_scopes");
    private static final List<String> LISTS =
            List.of("chartsInScope", "excluded", "immune", "timed_refresh_immune_slices");

    private ChartReferences() {}

    static ObjectNode renumbered(ObjectNode metadata, Map<Long, Long> ids) {
        return (ObjectNode) walk(metadata.deepCopy(), ids);
    }

    private static JsonNode walk(JsonNode node, Map<Long, Long> ids) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, walk(array.get(i), ids));
            }
        } else if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(names(object))) {
                JsonNode value = object.get(name);
                if (LISTS.contains(name) && value instanceof ArrayNode list) {
                    object.set(name, numbers(list, ids));
                } else if (BY_ID.contains(name) && value instanceof ObjectNode map) {
                    object.set(name, keyed(map, ids));
                } else {
                    object.set(name, walk(value, ids));
                }
            }
        }
        return node;
    }

    private static ArrayNode numbers(ArrayNode list, Map<Long, Long> ids) {
        ArrayNode result = Json.mapper().createArrayNode();
        list.forEach(item -> {
            Long other = item.canConvertToLong() ? ids.get(item.asLong()) : null;
            result.add(other == null ? item : result.numberNode(other));
        });
        return result;
    }

    private static ObjectNode keyed(ObjectNode map, Map<Long, Long> ids) {
        ObjectNode result = Json.mapper().createObjectNode();
        for (String key : names(map)) {
            Long other = key.matches("\\d{1,18}") ? ids.get(Long.parseLong(key)) : null;
            JsonNode value = walk(map.get(key), ids);
            if (other != null
                    && value instanceof ObjectNode object
                    && object.path("id").canConvertToLong()) {
                object.put("id", other);
            }
            result.set(other == null ? key : Long.toString(other), value);
        }
        return result;
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
