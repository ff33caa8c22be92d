package dev.karavel.web.database;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may look into a database as a whole, beyond the datasets made from it. */
@Component(service = DatabaseAccess.class)
public final class DatabaseAccess {
    private final AccessControl access;

    @Activate
    public DatabaseAccess(@Reference AccessControl access) {
        this.access = access;
    }

    public boolean mayUse(Principal principal, Database database) {
        return access.may(principal, "all_database_access", "all_database_access")
                || access.may(principal, "database_access", "[" + database.name() + "].(id:" + database.id() + ")");
    }
}
