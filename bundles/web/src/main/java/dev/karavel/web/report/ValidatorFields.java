package dev.karavel.web.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The parts of an alert or report that are JSON in themselves. */
final class ValidatorFields {
    private static final String CONFIG = "validator_config_json";
    private static final Set<String> OPERATORS = Set.of("<", "<=", ">", ">=", "==", "!=");

    private ValidatorFields() {}

    static Optional<String> operator(Fields fields) {
        JsonNode operator = config(fields).path("op");
        if (!OPERATORS.contains(operator.asText())) {
            throw KaravelException.invalid(CONFIG, CONFIG + ".op is one of < <= > >= == !=");
        }
        return Optional.of(operator.asText());
    }

    static OptionalDouble threshold(Fields fields) {
        JsonNode threshold = config(fields).path("threshold");
        if (!threshold.isNumber() || !Double.isFinite(threshold.doubleValue())) {
            throw KaravelException.invalid(CONFIG, CONFIG + ".threshold is a number");
        }
        return OptionalDouble.of(threshold.doubleValue());
    }

    /** Tabs may be named beside, as Superset's clients do. */
    static String extra(Fields fields, String old) {
        String extra = fields.jsonText("extra", old.isEmpty() ? "{}" : old);
        if (!fields.has("selected_tabs")) {
            return extra;
        }
        ObjectNode whole = Json.mapper().createObjectNode();
        ArrayNode tabs = Json.mapper().createArrayNode();
        fields.list("selected_tabs").forEach(tab -> {
            if (!tab.isTextual() && !tab.isIntegralNumber()) {
                throw KaravelException.invalid("selected_tabs", "selected_tabs is a list of ids of tabs");
            }
            tabs.add(tab.asText());
        });
        try {
            whole = (ObjectNode) Json.read(extra);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Was written by this class", e);
        }
        whole.withObject("/dashboard").set("activeTabs", tabs);
        return Json.text(whole);
    }

    private static JsonNode config(Fields fields) {
        try {
            return Json.read(fields.jsonText(CONFIG, "{}"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Was written by this class", e);
        }
    }
}
