package dev.karavel.spi.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One step on the result after the warehouse answered, with Superset's operation and option names.
 *
 * @param options in the order they were given, which they keep; null for one that was given as nothing
 */
public record PostProcessing(String operation, Map<String, Object> options) {
    public PostProcessing {
        Objects.requireNonNull(operation, "operation");
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
}
