package dev.karavel.spi.data;

import java.util.Map;
import java.util.Objects;

/** One step on the result after the warehouse answered, with Superset's operation and option names. */
public record PostProcessing(String operation, Map<String, Object> options) {
    public PostProcessing {
        Objects.requireNonNull(operation, "operation");
        options = Map.copyOf(options);
    }
}
