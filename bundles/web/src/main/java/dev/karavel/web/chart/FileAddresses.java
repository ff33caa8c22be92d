package dev.karavel.web.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.catalog.KeptValue;
import dev.karavel.api.catalog.KeptValues;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.web.json.Json;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Addresses that a browser follows by itself to store a file row by row, for what is asked with a body. Each serves once, within
 * minutes, on any node, and only whom it was given to.
 */
@Component(service = FileAddresses.class)
public final class FileAddresses {
    private static final String KIND = "file_address";
    private static final Duration LASTING = Duration.ofMinutes(5);

    private final KeptValues values;

    @Activate
    public FileAddresses(@Reference KeptValues values) {
        this.values = values;
    }

    /** @param route what answers, which the key is appended to */
    public String give(String route, JsonNode question, Principal principal) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put("route", route).set("question", question);
        KeptValue kept = values.keep(KIND, Json.text(value), Optional.of(principal.userId()), Optional.of(LASTING));
        return route + kept.key();
    }

    /** @throws KaravelException NOT_FOUND for one that was followed already, is over, or is somebody else's */
    public JsonNode take(String route, String key, Principal principal) {
        JsonNode value = values.find(KIND, key)
                .filter(kept -> kept.owner().equals(Optional.of(principal.userId())))
                .map(FileAddresses::read)
                .filter(kept -> kept.path("route").asText().equals(route))
                .filter(kept -> values.forget(KIND, key))
                .orElseThrow(() -> KaravelException.notFound("File", key));
        return value.path("question");
    }

    private static JsonNode read(KeptValue kept) {
        try {
            return Json.read(kept.value());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was kept is no JSON", e);
        }
    }
}
