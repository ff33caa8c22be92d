package dev.karavel.api.template;

import dev.karavel.spi.data.Dialect;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a template can reach. Values are null, String (taken as it is), {@link Outside}, Number, Boolean, LocalDate,
 * LocalDateTime, {@link TemplateFunction}, and Lists and Maps of those; anything else is refused.
 *
 * @param dialect whose SQL the template is written in
 * @param functions by the name they are called by
 * @param filters called with the filtered value as their first argument
 */
public record TemplateScope(
        Dialect dialect,
        Map<String, Object> variables,
        Map<String, TemplateFunction> functions,
        Map<String, TemplateFunction> filters) {
    public TemplateScope {
        Objects.requireNonNull(dialect, "dialect");
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        functions = Map.copyOf(functions);
        filters = Map.copyOf(filters);
    }
}
