package dev.karavel.report.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.task.Task;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * What a task of kind {@code report} is about.
 *
 * @param due when it was due
 * @param byHand somebody wants it now: also where it is switched off
 */
public record RunOrder(long scheduleId, Instant due, boolean byHand) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The payload of a schedule's tasks; whoever orders adds the due time. */
    public static String payload(long scheduleId) {
        return MAPPER.createObjectNode().put("report", scheduleId).toString();
    }

    public static String byHand(long scheduleId, Instant now) {
        return MAPPER.createObjectNode()
                .put("report", scheduleId)
                .put("due", now.toString())
                .put("byHand", true)
                .toString();
    }

    static RunOrder of(Task task) {
        try {
            JsonNode payload = MAPPER.readTree(task.order().payload());
            JsonNode due = payload.path("due");
            return new RunOrder(
                    payload.path("report").asLong(),
                    due.isTextual()
                            ? Instant.parse(due.textValue())
                            : task.course().submitted(),
                    payload.path("byHand").asBoolean());
        } catch (JsonProcessingException | DateTimeException e) {
            throw KaravelException.invalid("payload", "No task of this kind: " + e.getMessage());
        }
    }
}
