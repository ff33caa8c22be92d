package dev.karavel.exchange.yaml;

import dev.karavel.api.error.KaravelException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The fields of a file, or of an object in it. Unknown ones are nobody's business.
 *
 * @param file for messages, and the field of the errors thrown here
 */
public record Fields(String file, Map<String, Object> values) {
    public boolean has(String name) {
        return values.get(name) != null;
    }

    public String text(String name) {
        return values.get(name) == null ? "" : plainText(name);
    }

    public Optional<String> optional(String name) {
        return Optional.of(text(name)).filter(text -> !text.isBlank());
    }

    public String required(String name) {
        return optional(name).orElseThrow(() -> wrong("field " + name + " is missing"));
    }

    public boolean flag(String name, boolean fallback) {
        return values.get(name) instanceof Boolean flag ? flag : fallback;
    }

    public Optional<Integer> number(String name) {
        Object value = values.get(name);
        if (value != null && !(value instanceof Number)) {
            throw wrong("field " + name + " has to be a number");
        }
        return Optional.ofNullable((Number) value).map(Number::intValue);
    }

    public UUID uuid(String name) {
        try {
            return UUID.fromString(required(name));
        } catch (IllegalArgumentException e) {
            throw wrong("field " + name + " is no uuid");
        }
    }

    /** The objects of a list; empty if there is none. */
    public List<Fields> objects(String name) {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw wrong("field " + name + " has to be a list");
        }
        return list.stream().map(each -> object(name, each)).toList();
    }

    /** An object to change at will; empty if there is none. */
    public Map<String, Object> map(String name) {
        return values.get(name) == null
                ? new LinkedHashMap<>()
                : object(name, values.get(name)).values();
    }

    private Fields object(String name, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong("field " + name + " has to hold objects");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, each) -> object.put(String.valueOf(key), each));
        return new Fields(file, object);
    }

    private String plainText(String name) {
        Object value = values.get(name);
        if (value instanceof Map || value instanceof List) {
            throw wrong("field " + name + " has to be a text");
        }
        return value.toString();
    }

    public KaravelException wrong(String what) {
        return KaravelException.invalid(file, file + ": " + what);
    }
}
