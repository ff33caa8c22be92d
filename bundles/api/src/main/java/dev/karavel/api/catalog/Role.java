package dev.karavel.api.catalog;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A named set of permissions. */
public record Role(long id, UUID uuid, int version, String name, Set<Permission> permissions) implements Stored {
    public Role {
        Objects.requireNonNull(name, "name");
        permissions = Set.copyOf(permissions);
    }
}
