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
 * @param dateFormat how its texts or numbers tell time: a pattern such as %Y-%m-%d, epoch_s, epoch_ms, or empty
 * @param extra JSON object of Superset's further notes, certification among them
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
        String description,
        String dateFormat,
        String extra) {
    public DatasetColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }

    /** With nothing noted. */
    public DatasetColumn(
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
        this(
                id,
                uuid,
                name,
                verboseName,
                sourceType,
                type,
                temporal,
                groupable,
                filterable,
                expression,
                description,
                "",
                "");
    }

    /** What people read. */
    public String label() {
        return verboseName.isBlank() ? name : verboseName;
    }
}
