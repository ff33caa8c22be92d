package dev.karavel.sqllab.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;

/** What is noted beside a run, as the JSON object Superset calls extra. */
final class Notes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Notes() {}

    static String statement(String notes, int number, int count) {
        ObjectNode all = read(notes);
        all.put("statement", number);
        all.put("statements", count);
        return all.toString();
    }

    /** What a statement says that gives no rows. */
    static String message(String notes, String message) {
        ObjectNode all = read(notes);
        all.withArray("messages").add(message);
        return all.toString();
    }

    static String failed(String notes, KaravelException failure) {
        ObjectNode all = read(notes);
        ObjectNode error = error(all, failure.getMessage(), failure.code());
        ObjectNode extra = (ObjectNode) error.path("extra");
        if (!failure.field().isEmpty()) {
            extra.put("field", failure.field());
        }
        failure.place().ifPresent(place -> extra.put("line", place.line()).put("column", place.column()));
        return all.toString();
    }

    static String failed(String notes, String message) {
        ObjectNode all = read(notes);
        error(all, message, ErrorCode.CANCELLED);
        return all.toString();
    }

    private static ObjectNode error(ObjectNode all, String message, ErrorCode code) {
        ObjectNode error = all.withArray("errors").addObject();
        error.put("message", message);
        error.put("error_type", code.name());
        error.put("level", "error");
        error.putObject("extra").put("code", code.name()).putArray("issue_codes");
        return error;
    }

    private static ObjectNode read(String notes) {
        try {
            return JSON.readTree(notes) instanceof ObjectNode object ? object : JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
