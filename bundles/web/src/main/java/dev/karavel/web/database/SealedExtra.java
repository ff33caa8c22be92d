package dev.karavel.web.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.karavel.api.security.Secrets;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
import java.util.Optional;

/**
 * Superset's {@code encrypted_extra}, an object of options that may hold keys and passwords: kept encrypted as a whole, shown with
 * every value behind the mask, and what comes back behind the mask stays as it was.
 */
final class SealedExtra {
    private static final String SHOWN = "masked_encrypted_extra";
    private static final String OLDER = "encrypted_extra";

    private SealedExtra() {}

    /** @param stored encrypted; empty for none */
    static Optional<String> after(Optional<String> stored, Fields fields, Secrets secrets) {
        String name = fields.has(SHOWN) ? SHOWN : OLDER;
        if (!fields.has(name)) {
            return stored;
        }
        return fields.jsonText(name, Optional.empty())
                .map(SealedExtra::read)
                .filter(sent -> !sent.isEmpty())
                .map(sent -> {
                    JsonNode old = stored.map(secrets::decrypt)
                            .map(SealedExtra::read)
                            .orElse(JsonNodeFactory.instance.objectNode());
                    return secrets.encrypt(Json.text(unmasked(sent, old)));
                });
    }

    static Optional<String> masked(Optional<String> stored, Secrets secrets) {
        return stored.map(secrets::decrypt).map(SealedExtra::read).map(clear -> Json.text(masked(clear)));
    }

    private static JsonNode masked(JsonNode clear) {
        if (clear instanceof ObjectNode object) {
            ObjectNode masked = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> masked.set(field.getKey(), masked(field.getValue())));
            return masked;
        }
        if (clear instanceof ArrayNode list) {
            ArrayNode masked = JsonNodeFactory.instance.arrayNode();
            list.forEach(each -> masked.add(masked(each)));
            return masked;
        }
        return TextNode.valueOf(Secrets.MASK);
    }

    private static JsonNode unmasked(JsonNode sent, JsonNode old) {
        if (sent instanceof ObjectNode object) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(field -> result.set(field.getKey(), unmasked(field.getValue(), old.path(field.getKey()))));
            return result;
        }
        if (sent instanceof ArrayNode list) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < list.size(); i++) {
                result.add(unmasked(list.get(i), old.path(i)));
            }
            return result;
        }
        boolean kept = sent.isTextual() && sent.textValue().equals(Secrets.MASK) && !old.isMissingNode();
        return kept ? old : sent;
    }

    private static JsonNode read(String json) {
        try {
            return Json.read(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Written by the same mapper", e);
        }
    }
}
