package dev.karavel.api.catalog;

import java.time.Instant;
import java.util.Set;

/** Something that was deleted and can be had back. */
public record Trashed(ThingKind kind, long id, String name, Set<Long> owners, Instant deletedOn) {
    public Trashed {
        owners = Set.copyOf(owners);
    }
}
