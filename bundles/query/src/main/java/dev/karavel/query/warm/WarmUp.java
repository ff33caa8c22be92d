package dev.karavel.query.warm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.error.KaravelException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** When a dashboard wants its answers fetched before people come: {@code warm_up {crontab, timezone}} of its metadata. */
record WarmUp(String crontab, Cron cron, ZoneId zone) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Empty where the dashboard says nothing of it.
     *
     * @throws KaravelException INVALID_REQUEST for a schedule or a time zone that cannot be read
     */
    static Optional<WarmUp> of(Dashboard dashboard) {
        JsonNode said = read(dashboard.metadata()).path("warm_up");
        String crontab = said.path("crontab").asText();
        if (crontab.isBlank()) {
            return Optional.empty();
        }
        String zone = said.path("timezone").asText("UTC");
        try {
            return Optional.of(new WarmUp(crontab.strip(), Cron.parse(crontab), ZoneId.of(zone)));
        } catch (DateTimeException e) {
            throw KaravelException.invalid("timezone", "There is no time zone " + zone);
        }
    }

    boolean isDue(Instant now) {
        return cron.isDue(now.atZone(zone));
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json == null || json.isBlank() ? "{}" : json);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode(); // what cannot be read asks for nothing
        }
    }
}
