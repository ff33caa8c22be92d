package dev.karavel.spi.viz;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A chart's settings: control names and JSON values (String, Number, Boolean, null, List, Map). */
public record FormData(Map<String, Object> values) {
    public FormData {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The text of a control; empty when it is absent, null, or not a text. */
    public Optional<String> text(String control) {
        return values.get(control) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** A number, also when it was given as text. */
    public Optional<Double> number(String control) {
        Object value = values.get(control);
        if (value instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        try {
            return value instanceof String text && !text.isBlank()
                    ? Optional.of(Double.valueOf(text.trim()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public boolean flag(String control, boolean fallback) {
        return values.get(control) instanceof Boolean flag ? flag : fallback;
    }

    /** The values of a control: a list as it is, a single value as a list of one, nothing as an empty list. */
    public List<Object> list(String control) {
        Object value = values.get(control);
        if (value instanceof List<?> list) {
            return Collections.unmodifiableList(list);
        }
        return value == null || "".equals(value) ? List.of() : List.of(value);
    }

    /** This form data with other values on top. */
    public FormData with(Map<String, Object> overrides) {
        Map<String, Object> merged = new LinkedHashMap<>(values);
        merged.putAll(overrides);
        return new FormData(merged);
    }
}
