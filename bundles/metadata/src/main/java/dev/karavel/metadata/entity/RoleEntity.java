package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.Role;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

@Entity
@Table(name = "ab_role")
public class RoleEntity extends StoredEntity<Role> {
    @Column(name = "name")
    private String name;

    // Lazy: users and dashboards load their roles for the names only.
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "ab_role_permission", joinColumns = @JoinColumn(name = "role_id"))
    private Set<PermissionValue> permissions = new HashSet<>();

    @Override
    public Role read() {
        return new Role(
                id(),
                uuid(),
                version(),
                name,
                permissions.stream().map(PermissionValue::read).collect(Collectors.toSet()));
    }

    @Override
    public void write(Role from, RoleLookup roles) {
        name = Fields.name("name", from.name(), 64);
        Fields.replace(
                permissions,
                from.permissions().stream().map(PermissionValue::new).collect(Collectors.toSet()));
    }

    public String name() {
        return name;
    }

    static Set<String> names(Set<RoleEntity> roles) {
        return roles.stream().map(RoleEntity::name).collect(Collectors.toSet());
    }
}
