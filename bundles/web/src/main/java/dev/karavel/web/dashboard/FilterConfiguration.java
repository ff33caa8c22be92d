package dev.karavel.web.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** The filters within a dashboard's metadata, in their order. */
final class FilterConfiguration {
    private static final String NAME = "native_filter_configuration";
    private static final int MOST = 200;

    private final ObjectNode metadata;
    private final Map<String, JsonNode> items;

    private FilterConfiguration(ObjectNode metadata, Map<String, JsonNode> items) {
        this.metadata = metadata;
        this.items = items;
    }

    static FilterConfiguration of(String metadata) {
        ObjectNode object = object(metadata);
        Map<String, JsonNode> items = new LinkedHashMap<>();
        object.path(NAME).forEach(item -> {
            if (item.path("id").isTextual()) {
                items.put(item.path("id").asText(), item);
            }
        });
        return new FilterConfiguration(object, items);
    }

    /** First what is deleted goes, then what is modified takes its place or comes last, then all are ordered as far as named. */
    FilterConfiguration after(Fields change) {
        Map<String, JsonNode> changed = new LinkedHashMap<>(items);
        for (JsonNode id : change.list("deleted")) {
            changed.remove(text("deleted", id));
        }
        for (JsonNode item : change.list("modified")) {
            if (!item.isObject()) {
                throw KaravelException.invalid("modified", "modified is a list of filters, each an object with an id");
            }
            changed.put(text("modified", item.path("id")), item);
        }
        Map<String, JsonNode> ordered = new LinkedHashMap<>();
        for (JsonNode id : change.list("reordered")) {
            JsonNode item = changed.remove(text("reordered", id));
            if (item != null) {
                ordered.put(id.asText(), item);
            }
        }
        ordered.putAll(changed);
        if (ordered.size() > MOST) {
            throw KaravelException.invalid("modified", "A dashboard has at most " + MOST + " filters");
        }
        return new FilterConfiguration(metadata, ordered);
    }

    ArrayNode items() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.values().forEach(array::add);
        return array;
    }

    ObjectNode metadata() {
        ObjectNode changed = metadata.deepCopy();
        changed.set(NAME, items());
        return changed;
    }

    private static String text(String field, JsonNode id) {
        if (!id.isTextual() || id.asText().isBlank()) {
            throw KaravelException.invalid(field, field + ": the id of a filter is a text, such as NATIVE_FILTER-a1b2");
        }
        return id.asText();
    }

    private static ObjectNode object(String metadata) {
        try {
            return Json.read(metadata.isBlank() ? "{}" : metadata) instanceof ObjectNode object
                    ? object
                    : JsonNodeFactory.instance.objectNode();
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.objectNode(); // damaged metadata says nothing of filters
        }
    }
}
