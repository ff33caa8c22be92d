package dev.karavel.query.question;

import dev.karavel.api.error.KaravelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Records that are drawn over a chart, under a name of their own.
 *
 * @param source what they are of: a saved chart, or a layer of annotations that are kept with Karavel
 * @param id of that
 * @param overrides of the chart's form data
 */
public record Layer(String name, Source source, long id, Map<String, Object> overrides) {
    /** Where records come from. */
    public enum Source {
        CHART,
        ANNOTATIONS
    }

    private static final List<String> OVERRIDDEN = List.of("time_range", "time_grain_sqla", "granularity_sqla");

    /** The layers that need data; formulas are worked out where they are drawn. */
    static List<Layer> read(String field, Object json) {
        return read(field, json, Map.of());
    }

    /** @param own what an override without a value takes over from the chart that the layers are drawn on */
    static List<Layer> read(String field, Object json, Map<String, Object> own) {
        List<Layer> layers = new ArrayList<>();
        for (Object each : Json.list(field, json)) {
            Map<String, Object> layer = Json.object(field, each);
            if ("FORMULA".equals(layer.get("annotationType")) || Boolean.FALSE.equals(layer.get("show"))) {
                continue;
            }
            if (!(layer.get("name") instanceof String name) || name.isBlank()) {
                throw KaravelException.invalid(field, field + ": an annotation layer needs a name");
            }
            String source = layer.get("sourceType") instanceof String word ? word : "";
            switch (source) {
                case "line", "table" ->
                    layers.add(new Layer(name, Source.CHART, id(field, layer, "a chart"), overrides(layer, own)));
                case "NATIVE" ->
                    layers.add(new Layer(name, Source.ANNOTATIONS, id(field, layer, "an annotation layer"), Map.of()));
                default ->
                    throw KaravelException.invalid(
                            field,
                            field + ": the source of layer \"" + name + "\" is line, table or NATIVE, not " + source);
            }
        }
        return layers;
    }

    private static long id(String field, Map<String, Object> layer, String what) {
        OptionalLong id = Json.id(field + ".value", layer.get("value"));
        return id.orElseThrow(() -> KaravelException.invalid(
                field + ".value",
                field + ": layer \"" + layer.get("name") + "\" needs the id of " + what + " as its value"));
    }

    private static Map<String, Object> overrides(Map<String, Object> layer, Map<String, Object> own) {
        Map<String, Object> overrides = new LinkedHashMap<>();
        if (layer.get("overrides") instanceof Map<?, ?> given) {
            for (String control : OVERRIDDEN) {
                Object value = given.get(control) == null ? own.get(control) : given.get(control);
                if (given.containsKey(control) && value != null) {
                    overrides.put(control, value);
                }
            }
        }
        return overrides;
    }
}
