package dev.karavel.api.catalog;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A saved chart.
 *
 * @param params form data as a JSON object
 * @param queryContext Superset's stored query context, kept for exports, never needed for data
 * @param cacheTimeout seconds; -1 for never cached
 * @param owners ids of users
 */
public record Chart(
        long id,
        UUID uuid,
        int version,
        String name,
        String vizType,
        long datasetId,
        String params,
        Optional<String> queryContext,
        String description,
        Optional<Integer> cacheTimeout,
        String certifiedBy,
        String certificationDetails,
        Set<Long> owners,
        Stamp stamp)
        implements Stored {
    public Chart {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(vizType, "vizType");
        owners = Set.copyOf(owners);
    }
}
