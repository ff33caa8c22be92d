package dev.karavel.metadata.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How many places two values differ in: members of objects, named or equal elements of lists, else one. */
final class Differences {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Differences() {}

    static int count(JsonNode before, JsonNode after) {
        JsonNode one = opened(before);
        JsonNode other = opened(after);
        if (one.equals(other)) {
            return 0;
        }
        if (one.isContainerNode() && other.isContainerNode()) {
            int members = members(parts(one), parts(other));
            // the same parts in another order
            return Math.max(1, members);
        }
        return 1;
    }

    /** Layouts and settings are JSON in a text. */
    private static JsonNode opened(JsonNode node) {
        if (!node.isTextual() || !node.textValue().startsWith("{")) {
            return node;
        }
        try {
            return MAPPER.readTree(node.textValue());
        } catch (JsonProcessingException e) {
            return node;
        }
    }

    private static Map<String, JsonNode> parts(JsonNode container) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        if (container.isObject()) {
            container.properties().forEach(entry -> parts.put(entry.getKey(), entry.getValue()));
        } else {
            container.forEach(one -> parts.put(one.path("name").asText(one.toString()), one));
        }
        return parts;
    }

    private static int members(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return (int) names.stream()
                .filter(name -> !after.getOrDefault(name, MAPPER.missingNode())
                        .equals(before.getOrDefault(name, MAPPER.missingNode())))
                .count();
    }
}
