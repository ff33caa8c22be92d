package dev.karavel.beat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.schedule.Schedule;
import dev.karavel.api.task.TaskOrder;
import java.time.Instant;
import java.util.Optional;

/** One due time of a schedule. */
record Due(Schedule schedule, Instant at) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whoever orders it says the same, so it is one task. */
    String key() {
        return schedule.id() + "@" + at;
    }

    /** @throws KaravelException INTERNAL if the schedule's payload is no JSON object */
    TaskOrder order() {
        return new TaskOrder(
                schedule.kind(),
                key(),
                payload(),
                schedule.userId(),
                schedule.priority(),
                Optional.empty(),
                schedule.time(),
                schedule.attempts());
    }

    private String payload() {
        try {
            JsonNode payload = JSON.readTree(schedule.payload());
            if (payload instanceof ObjectNode object) {
                return JSON.writeValueAsString(object.put("due", at.toString()));
            }
            throw new KaravelException(ErrorCode.INTERNAL, "The payload of " + schedule.id() + " is no JSON object");
        } catch (JsonProcessingException e) {
            throw new KaravelException(ErrorCode.INTERNAL, "The payload of " + schedule.id() + " is no JSON", e);
        }
    }
}
