package dev.karavel.query.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.karavel.api.error.KaravelException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** JSON values by the shape they should have; anything else is refused with the field's name. */
final class Json {
    private static final ObjectReader OBJECT =
            new ObjectMapper().readerFor(new TypeReference<Map<String, Object>>() {});

    private Json() {}

    static Map<String, Object> parse(String field, String json) {
        try {
            return json == null || json.isBlank() ? Map.of() : OBJECT.readValue(json);
        } catch (JsonProcessingException e) {
            throw KaravelException.invalid(field, field + " is no JSON object");
        }
    }

    static Map<String, Object> object(String field, Object json) {
        if (json == null) {
            return Map.of();
        }
        if (!(json instanceof Map<?, ?> map)) {
            throw KaravelException.invalid(field, field + " has to be an object");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((name, value) -> object.put(String.valueOf(name), value));
        return object;
    }

    /** An absent list is empty; a single value is a list of one. */
    static List<?> list(String field, Object json) {
        if (json instanceof Map) {
            throw KaravelException.invalid(field, field + " has to be a list");
        }
        return json == null || "".equals(json) ? List.of() : json instanceof List<?> list ? list : List.of(json);
    }

    static OptionalInt number(String field, Object json) {
        if (json == null || "".equals(json)) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(
                    json instanceof Number number
                            ? number.intValue()
                            : Integer.parseInt(json.toString().trim()));
        } catch (NumberFormatException e) {
            throw KaravelException.invalid(field, field + " has to be a whole number");
        }
    }

    /** The id in {@code 3}, {@code "3"} or {@code "3__table"}; empty for nothing and for 0. */
    static OptionalLong id(String field, Object json) {
        if (json == null || "".equals(json)) {
            return OptionalLong.empty();
        }
        String text = json.toString();
        String digits = text.endsWith("__table") ? text.substring(0, text.length() - "__table".length()) : text;
        if (!digits.matches("\\d{1,18}")) {
            throw KaravelException.invalid(field, field + " has to be an id, or an id followed by __table");
        }
        long id = Long.parseLong(digits);
        return id == 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }
}
