package dev.karavel.api.sqllab;

import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Stored;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A tab of somebody's editor.
 *
 * @param active the one in front
 * @param latestQuery client id of the last run in it
 * @param templateParams a JSON object, or empty
 * @param extra JSON object of the page
 */
public record LabTab(
        long id,
        UUID uuid,
        int version,
        long userId,
        String label,
        boolean active,
        Optional<Long> databaseId,
        Optional<String> catalog,
        Optional<String> schema,
        String sql,
        Optional<Integer> queryLimit,
        Optional<String> latestQuery,
        Optional<Long> savedQuery,
        boolean autorun,
        boolean hideLeftBar,
        String templateParams,
        String extra,
        Stamp stamp)
        implements Stored {
    public LabTab {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(templateParams, "templateParams");
        Objects.requireNonNull(extra, "extra");
    }
}
