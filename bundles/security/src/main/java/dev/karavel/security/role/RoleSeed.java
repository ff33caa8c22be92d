package dev.karavel.security.role;

import dev.karavel.api.catalog.Permission;
import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.Roles;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the built-in roles and keeps them in step with this version: what an administrator granted on data stays, everything else
 * is as the table says. Public belongs to the administrator once it exists.
 */
@Component(service = RoleSeed.class)
public final class RoleSeed {
    private static final Logger LOG = LoggerFactory.getLogger(RoleSeed.class);

    @Activate
    public RoleSeed(@Reference Roles roles) {
        BuiltInRoles.load().forEach((name, permissions) -> seed(roles, name, permissions));
    }

    private static void seed(Roles roles, String name, Set<Permission> permissions) {
        Optional<Role> existing = roles.findByName(name);
        if (existing.isPresent() && name.equals(BuiltInRoles.PUBLIC)) {
            return;
        }
        Set<Permission> wanted = new HashSet<>(permissions);
        existing.ifPresent(role ->
                role.permissions().stream().filter(DataGrants::isDataGrant).forEach(wanted::add));
        if (existing.isPresent() && existing.get().permissions().equals(wanted)) {
            return;
        }
        Role role = existing.map(old -> new Role(old.id(), old.uuid(), old.version(), name, wanted))
                .orElseGet(() -> new Role(0, UUID.randomUUID(), 0, name, wanted));
        try {
            roles.save(role);
        } catch (KaravelException e) {
            if (e.code() != ErrorCode.CONFLICT) {
                throw e;
            }
            LOG.info("Another node brought the role {} up to date meanwhile", name);
        }
    }
}
