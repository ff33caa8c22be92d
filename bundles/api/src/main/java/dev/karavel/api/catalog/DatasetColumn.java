package dev.karavel.api.catalog;

import dev.karavel.spi.data.ColumnType;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A column of a dataset, from the source or calculated.
 *
 * @param sourceType the warehouse's own word for the type
 * @param temporal people may also use it as time though its type is not
 * @param expression SQL of a calculated column
 */
public record DatasetColumn(
        long id,
        UUID uuid,
        String name,
        String verboseName,
        String sourceType,
        ColumnType type,
        boolean temporal,
        boolean groupable,
        boolean filterable,
        Optional<String> expression,
        String description) {
    public DatasetColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }

    /** What people read. */
    public String label() {
        return verboseName.isBlank() ? name : verboseName;
    }
}
