package dev.karavel.api.sqllab;

import dev.karavel.api.catalog.Stored;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A table somebody looks at beside a tab.
 *
 * @param description JSON object of what the page knows of it
 */
public record LabTable(
        long id,
        UUID uuid,
        int version,
        long tabId,
        long databaseId,
        Optional<String> catalog,
        Optional<String> schema,
        String table,
        String description,
        boolean expanded)
        implements Stored {
    public LabTable {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(description, "description");
    }
}
