package dev.karavel.api.catalog;

import java.util.Objects;
import java.util.UUID;

/**
 * A metric saved with a dataset.
 *
 * @param expression an aggregate in the warehouse's SQL
 * @param format d3-format string, or empty
 * @param currency JSON {symbol, symbolPosition}, or empty
 * @param warning what its readers have to know
 * @param extra JSON object of Superset's further notes, certification among them
 */
public record DatasetMetric(
        long id,
        UUID uuid,
        String name,
        String verboseName,
        String expression,
        String format,
        String currency,
        String description,
        String warning,
        String extra) {
    public DatasetMetric {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(expression, "expression");
    }

    /** With nothing noted. */
    public DatasetMetric(
            long id,
            UUID uuid,
            String name,
            String verboseName,
            String expression,
            String format,
            String currency,
            String description) {
        this(id, uuid, name, verboseName, expression, format, currency, description, "", "");
    }

    /** What people read. */
    public String label() {
        return verboseName.isBlank() ? name : verboseName;
    }
}
