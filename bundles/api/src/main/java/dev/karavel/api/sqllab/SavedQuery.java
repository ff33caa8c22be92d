package dev.karavel.api.sqllab;

import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Stored;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A statement somebody keeps under a name.
 *
 * @param templateParameters a JSON object, or empty
 * @param extra JSON object of what others hang on it, a scheduler for instance; kept as it is
 */
public record SavedQuery(
        long id,
        UUID uuid,
        int version,
        long userId,
        long databaseId,
        Optional<String> catalog,
        Optional<String> schema,
        String label,
        String description,
        String sql,
        String templateParameters,
        String extra,
        Optional<Instant> lastRun,
        Stamp stamp)
        implements Stored {
    public SavedQuery {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(templateParameters, "templateParameters");
        Objects.requireNonNull(extra, "extra");
    }
}
