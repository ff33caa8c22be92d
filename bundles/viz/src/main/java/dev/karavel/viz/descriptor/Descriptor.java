package dev.karavel.viz.descriptor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A checked descriptor.
 *
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
        QueryPlan query,
        Set<String> required,
        Map<String, Object> defaults,
        String json) {
    public Descriptor {
        tags = List.copyOf(tags);
        required = Set.copyOf(required);
        defaults = Collections.unmodifiableMap(new LinkedHashMap<>(defaults));
    }
}
