package dev.karavel.web.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.report.ReportSchedule.Recipient;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Recipients: {@code [{"type": "Email", "recipient_config_json": {"target": "ann@example.com"}}]}. */
final class RecipientFields {
    private static final int MOST = 50;

    private RecipientFields() {}

    static List<Recipient> read(Fields fields) {
        List<Recipient> recipients = new ArrayList<>();
        for (JsonNode item : fields.list("recipients")) {
            recipients.add(recipient(item, "recipients." + recipients.size()));
        }
        if (recipients.size() > MOST) {
            throw KaravelException.invalid("recipients", "At most " + MOST + " recipients");
        }
        return recipients;
    }

    private static Recipient recipient(JsonNode item, String field) {
        String channel = item.path("type").asText("");
        if (channel.isEmpty()) {
            throw KaravelException.invalid(field + ".type", "A recipient has a type, which is the id of a channel");
        }
        JsonNode config = config(item.path("recipient_config_json"), field);
        Map<String, String> settings = new LinkedHashMap<>();
        config.properties().forEach(entry -> {
            if (!entry.getValue().isValueNode()) {
                throw KaravelException.invalid(field + "." + entry.getKey(), entry.getKey() + " has to be a text");
            }
            if (!entry.getValue().isNull()) {
                settings.put(entry.getKey(), entry.getValue().asText());
            }
        });
        return new Recipient(channel, settings);
    }

    private static JsonNode config(JsonNode sent, String field) {
        JsonNode config = sent;
        if (sent.isTextual()) {
            try {
                config = Json.read(sent.textValue());
            } catch (JsonProcessingException e) {
                throw KaravelException.invalid(field, "recipient_config_json is not valid JSON");
            }
        }
        if (!config.isObject()) {
            throw KaravelException.invalid(field, "recipient_config_json is an object");
        }
        return config;
    }
}
