package dev.karavel.api.catalog;

import java.util.Objects;
import java.util.UUID;

/**
 * A metric saved with a dataset.
 *
 * @param expression an aggregate in the warehouse's SQL
 * @param format d3-format string, or empty
 * @param currency JSON {symbol, symbolPosition}, or empty
 */
public record DatasetMetric(
        long id,
        UUID uuid,
        String name,
        String verboseName,
        String expression,
        String format,
        String currency,
        String description) {
    public DatasetMetric {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(expression, "expression");
    }

    /** What people read. */
    public String label() {
        return verboseName.isBlank() ? name : verboseName;
    }
}
