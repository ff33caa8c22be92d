package dev.karavel.api.template;

import dev.karavel.api.error.KaravelException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a function of a template is called with.
 *
 * @param function its name, for messages
 */
public record Arguments(String function, List<Object> positional, Map<String, Object> named) {
    public Arguments {
        positional = Collections.unmodifiableList(new ArrayList<>(positional));
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    /** These arguments under these names, in this order; fails for more, and for unknown ones. */
    public Arguments of(String... names) {
        List<String> known = List.of(names);
        if (positional.size() > known.size()) {
            throw wrong("takes at most " + known.size() + " arguments: " + String.join(", ", known));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < positional.size(); i++) {
            all.put(known.get(i), positional.get(i));
        }
        named.forEach((name, value) -> {
            if (!known.contains(name)) {
                throw wrong("has no argument " + name + "; it takes " + String.join(", ", known));
            }
            if (all.containsKey(name)) {
                throw wrong("is given " + name + " twice");
            }
            all.put(name, value);
        });
        return new Arguments(function, List.of(), all);
    }

    public boolean has(String name) {
        return named.get(name) != null;
    }

    /** As it was given, or null. */
    public Object value(String name) {
        return named.get(name);
    }

    public Optional<String> text(String name) {
        Object value = named.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String || value instanceof Outside) {
            return Optional.of(value.toString());
        }
        throw wrong("needs a text as its " + name);
    }

    public String requiredText(String name) {
        return text(name).orElseThrow(() -> wrong("needs its " + name));
    }

    public boolean flag(String name, boolean otherwise) {
        Object value = named.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong("needs true or false as its " + name);
    }

    public Optional<Long> whole(String name) {
        Object value = named.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Long || value instanceof Integer) {
            return Optional.of(((Number) value).longValue());
        }
        throw wrong("needs a whole number as its " + name);
    }

    /** The items of a list; a single value is a list of one. */
    public List<Object> list(String name) {
        Object value = named.get(name);
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? new ArrayList<>(list) : List.of(value);
    }

    public KaravelException wrong(String what) {
        return KaravelException.invalid("", function + "() " + what);
    }
}
