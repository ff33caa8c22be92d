package dev.karavel.query.post.time;

import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.PostProcessing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Steps that resample cover the time that was asked about, where they do not say which themselves. */
public final class Covering {
    private static final String FROM = "time_range_start";
    private static final String TO = "time_range_end";

    private Covering() {}

    public static List<PostProcessing> steps(List<PostProcessing> steps, TimeBounds bounds) {
        return bounds.from().isEmpty() || bounds.to().isEmpty()
                ? steps
                : steps.stream().map(step -> step(step, bounds)).toList();
    }

    private static PostProcessing step(PostProcessing step, TimeBounds bounds) {
        Map<String, Object> options = new LinkedHashMap<>(step.options());
        switch (step.operation()) {
            case "resample" -> {
                if (options.get(FROM) == null && options.get(TO) == null) {
                    options.put(FROM, bounds.from().orElseThrow().toString());
                    options.put(TO, bounds.to().orElseThrow().toString());
                }
            }
            case "each_series" -> {
                if (options.get("steps") instanceof List<?> inner) {
                    options.put(
                            "steps",
                            inner.stream().map(each -> inner(each, bounds)).toList());
                }
            }
            default -> {
                return step;
            }
        }
        return new PostProcessing(step.operation(), options);
    }

    /** As it was written: what is wrong with it is told when it is read. */
    private static Object inner(Object json, TimeBounds bounds) {
        if (!(json instanceof Map<?, ?> map) || !(map.get("operation") instanceof String operation)) {
            return json;
        }
        Map<String, Object> given = new LinkedHashMap<>();
        if (map.get("options") instanceof Map<?, ?> named) {
            named.forEach((name, value) -> given.put(String.valueOf(name), value));
        }
        PostProcessing step = step(new PostProcessing(operation, given), bounds);
        return Map.of("operation", operation, "options", step.options());
    }
}
