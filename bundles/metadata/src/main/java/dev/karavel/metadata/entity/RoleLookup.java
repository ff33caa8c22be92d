package dev.karavel.metadata.entity;

import java.util.Set;

/** Records name roles, rows point at them. */
@FunctionalInterface
public interface RoleLookup {
    /** @throws dev.karavel.api.error.KaravelException INVALID_REQUEST for field "roles" if one does not exist */
    Set<RoleEntity> named(Set<String> names);
}
