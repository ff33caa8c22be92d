package dev.karavel.metadata.repository;

import dev.karavel.api.error.KaravelException;
import dev.karavel.metadata.entity.RoleEntity;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Set;

/** Roles by their names. */
final class RoleNames {
    private RoleNames() {}

    static Set<RoleEntity> find(EntityManager entities, Set<String> names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        Set<RoleEntity> found = new HashSet<>(
                entities.createQuery("select e from RoleEntity e where e.name in :names", RoleEntity.class)
                        .setParameter("names", names)
                        .getResultList());
        if (found.size() < names.size()) {
            Set<String> missing = new HashSet<>(names);
            found.forEach(role -> missing.remove(role.name()));
            throw KaravelException.invalid("roles", "There is no role " + String.join(", ", missing));
        }
        return found;
    }
}
