package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.Roles;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.event.Topics;
import dev.karavel.metadata.entity.RoleEntity;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredRoles extends StoredRepository<RoleEntity, Role> implements Roles {
    private static final Kind<RoleEntity> KIND = new Kind<>(
            RoleEntity.class,
            "Role",
            "ab_role",
            Topics.ROLE_CHANGED,
            "",
            new ListColumns("roles", "name", false).text("name", "e.name"));

    @Activate
    public StoredRoles(@Reference Transactions transactions, @Reference EventAdmin events) {
        super(KIND, transactions, events);
    }

    @Override
    RoleEntity fresh() {
        return new RoleEntity();
    }

    @Override
    void limit(Visibility.Limited visibility, Where where) {
        where.and(Limits.in("e.name", visibility.roles(), where));
    }

    @Override
    public Optional<Role> findByName(String name) {
        return findFirst("e.name = ?1", name);
    }
}
