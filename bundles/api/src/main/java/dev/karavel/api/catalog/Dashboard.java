package dev.karavel.api.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A dashboard.
 *
 * @param position the layout tree, JSON, version 2
 * @param metadata JSON object: filters, colours, refresh
 * @param charts ids of the charts it shows
 * @param owners ids of users
 * @param roles names of the roles that may see it whatever their datasets
 * @param theme id of the theme it is drawn with; one that is gone means none
 */
public record Dashboard(
        long id,
        UUID uuid,
        int version,
        String title,
        Optional<String> slug,
        String description,
        String position,
        String metadata,
        String css,
        boolean published,
        String certifiedBy,
        String certificationDetails,
        List<Long> charts,
        Set<Long> owners,
        Set<String> roles,
        Optional<Long> theme,
        Stamp stamp)
        implements Stored {
    public Dashboard {
        Objects.requireNonNull(title, "title");
        charts = List.copyOf(charts);
        owners = Set.copyOf(owners);
        roles = Set.copyOf(roles);
    }

    /** The slug, or the id where it has none: how its page is addressed. */
    public String address() {
        return slug.orElse(Long.toString(id));
    }
}
