package dev.karavel.security.shelf;

import dev.karavel.api.catalog.Permission;
import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.Roles;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Roles in memory. */
public final class RoleShelf extends Shelf<Role> implements Roles {
    @Override
    protected Role numbered(Role role, long id) {
        return new Role(id, role.uuid(), 1, role.name(), role.permissions());
    }

    @Override
    public Optional<Role> findByName(String name) {
        return all().stream().filter(role -> role.name().equals(name)).findFirst();
    }

    public void grant(String name, String action, String view) {
        Role role = findByName(name).orElseThrow();
        Set<Permission> more = new HashSet<>(role.permissions());
        more.add(new Permission(action, view));
        save(new Role(role.id(), role.uuid(), role.version(), name, more));
    }
}
