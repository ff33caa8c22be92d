package dev.karavel.viz.query;

import dev.karavel.spi.data.PostProcessing;
import dev.karavel.spi.viz.FormData;
import java.util.LinkedHashMap;
import java.util.Map;

/** Steps of a descriptor whose options {@code "$control"} mean the value of that control. */
final class Steps {
    private Steps() {}

    static PostProcessing filledIn(PostProcessing step, FormData data) {
        Map<String, Object> options = new LinkedHashMap<>();
        step.options().forEach((name, value) -> {
            Object filled = value instanceof String text && text.startsWith("$")
                    ? data.values().get(text.substring(1))
                    : value;
            if (filled != null) {
                options.put(name, filled);
            }
        });
        return new PostProcessing(step.operation(), options);
    }
}
