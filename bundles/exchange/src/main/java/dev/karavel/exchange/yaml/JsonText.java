package dev.karavel.exchange.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values as JSON. */
public final class JsonText {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private JsonText() {}

    /** An object to change at will; empty where the text holds none. */
    public static Map<String, Object> object(String json) {
        try {
            return json == null || json.isBlank() ? new LinkedHashMap<>() : MAPPER.readValue(json, OBJECT);
        } catch (JsonProcessingException e) {
            // What cannot be read here never could be used.
            return new LinkedHashMap<>();
        }
    }

    public static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps, lists and plain values can be written", e);
        }
    }
}
