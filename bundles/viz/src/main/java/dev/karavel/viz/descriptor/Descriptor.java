package dev.karavel.viz.descriptor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A checked descriptor.
 *
 * @param queries the questions it asks, in the order of their answers; at least one
 * @param controls names of all its controls
 * @param required controls that a question needs
 * @param defaults values of controls that form data leaves out
 * @param json all of it, shared controls spelled out
 */
public record Descriptor(
        String id,
        String title,
        String category,
        List<String> tags,
        String description,
        List<QueryPlan> queries,
        Set<String> controls,
        Set<String> required,
        Map<String, Object> defaults,
        String json) {
    public Descriptor {
        tags = List.copyOf(tags);
        queries = List.copyOf(queries);
        controls = Set.copyOf(controls);
        required = Set.copyOf(required);
        defaults = Collections.unmodifiableMap(new LinkedHashMap<>(defaults));
    }

    /** The first question. */
    public QueryPlan query() {
        return queries.get(0);
    }

    /** The control that a question reads under {@code name}: its own with the suffix, where there is one. */
    public String control(QueryPlan plan, String name) {
        return controls.contains(name + plan.suffix()) ? name + plan.suffix() : name;
    }
}
