package dev.karavel.web.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a JSON object somebody sent. A field that is absent keeps what was there, null clears it, and one of the wrong type
 * is refused by name.
 */
public final class Fields {
    private final JsonNode object;

    /** @throws KaravelException INVALID_REQUEST if there is no object */
    public Fields(JsonNode object) {
        if (object == null || !object.isObject()) {
            throw KaravelException.invalid("", "The body has to be a JSON object");
        }
        this.object = object;
    }

    public boolean has(String name) {
        return object.has(name);
    }

    public JsonNode node(String name) {
        return object.path(name);
    }

    public String requiredText(String name) {
        String text = text(name, "");
        if (text.isBlank()) {
            throw KaravelException.invalid(name, "The field " + name + " is missing");
        }
        return text;
    }

    public long requiredWhole(String name) {
        return whole(name, Optional.empty())
                .orElseThrow(() -> KaravelException.invalid(name, "The field " + name + " is missing"));
    }

    public String text(String name, String current) {
        return text(name, Optional.of(current)).orElse("");
    }

    public Optional<String> text(String name, Optional<String> current) {
        JsonNode value = object.get(name);
        if (value == null) {
            return current;
        }
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrong(name, "a text");
        }
        return Optional.of(value.textValue());
    }

    /** Like a text, but an empty one counts as none. */
    public Optional<String> filledText(String name, Optional<String> current) {
        return text(name, current).filter(text -> !text.isBlank());
    }

    public Optional<Long> whole(String name, Optional<Long> current) {
        JsonNode value = object.get(name);
        if (value == null) {
            return current;
        }
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw wrong(name, "a whole number");
        }
        return Optional.of(value.longValue());
    }

    public Optional<Integer> seconds(String name, Optional<Integer> current) {
        return whole(name, current.map(Integer::longValue)).map(value -> {
            if (value < -1 || value > Integer.MAX_VALUE) {
                throw wrong(name, "a number of seconds, or -1 for never");
            }
            return value.intValue();
        });
    }

    /**
     * Whoever names the version they began with is told when somebody else was faster.
     *
     * @throws KaravelException CONFLICT with the field version
     */
    public void requireVersion(int stored) {
        if (whole("version", Optional.of((long) stored)).orElse((long) stored) != stored) {
            throw new KaravelException(
                    ErrorCode.CONFLICT, "version", "Somebody else saved this in the meantime: read it again", null);
        }
    }

    public boolean flag(String name, boolean current) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return current;
        }
        if (!value.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return value.booleanValue();
    }

    /** Empty if the field is absent or null. */
    public Optional<List<Long>> ids(String name) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        List<Long> ids = new ArrayList<>();
        for (JsonNode item : list(name)) {
            if (!item.isIntegralNumber() || !item.canConvertToLong()) {
                throw wrong(name, "a list of ids");
            }
            ids.add(item.longValue());
        }
        return Optional.of(ids);
    }

    /** The items of a list; none if the field is absent or null. */
    public Iterable<JsonNode> list(String name) {
        JsonNode value = object.path(name);
        if (!value.isArray() && !value.isNull() && !value.isMissingNode()) {
            throw wrong(name, "a list");
        }
        return value;
    }

    /** A JSON object that Superset sends as text; an object in place of the text will do too. */
    public String jsonText(String name, String current) {
        return jsonText(name, Optional.of(current)).orElse("{}");
    }

    public Optional<String> jsonText(String name, Optional<String> current) {
        JsonNode value = object.get(name);
        if (value == null) {
            return current;
        }
        if (value.isNull() || value.isTextual() && value.textValue().isBlank()) {
            return Optional.empty();
        }
        JsonNode parsed = value.isTextual() ? parse(name, value.textValue()) : value;
        if (!parsed.isObject()) {
            throw wrong(name, "a JSON object");
        }
        return Optional.of(Json.text(parsed));
    }

    /** A JSON object as plain values; empty if absent or null. */
    public Map<String, Object> map(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Map.of();
        }
        if (!value.isObject()) {
            throw wrong(name, "a JSON object");
        }
        return plain(value);
    }

    public static Map<String, Object> plain(JsonNode object) {
        return Json.mapper().convertValue(object, Json.OBJECT);
    }

    private static JsonNode parse(String name, String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException e) {
            throw new KaravelException(
                    ErrorCode.INVALID_REQUEST, name, "The field " + name + " is not valid JSON" + Json.place(e), e);
        }
    }

    private static KaravelException wrong(String name, String expected) {
        return KaravelException.invalid(name, "The field " + name + " has to be " + expected);
    }
}
