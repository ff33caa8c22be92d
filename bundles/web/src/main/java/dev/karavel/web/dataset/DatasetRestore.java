package dev.karavel.web.dataset;

import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.web.database.DatabaseAccess;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes a dataset what it was. To read from somewhere else again needs what a change by hand would need. */
@Component(service = DatasetRestore.class)
public final class DatasetRestore {
    private final Databases databases;
    private final DatabaseAccess access;

    @Activate
    public DatasetRestore(@Reference Databases databases, @Reference DatabaseAccess access) {
        this.databases = databases;
        this.access = access;
    }

    public Dataset restored(Dataset now, Dataset then, Principal principal) {
        boolean moved = then.databaseId() != now.databaseId()
                || !then.schema().equals(now.schema())
                || !then.sql().equals(now.sql())
                || !then.tableName().equals(now.tableName());
        if (moved
                && databases
                        .find(then.databaseId())
                        .filter(database -> access.mayUse(principal, database))
                        .isEmpty()) {
            throw KaravelException.invalid(
                    "database", "This version reads from a database that is gone, or that you may not use");
        }
        return new Dataset(
                now.id(),
                now.uuid(),
                now.version(),
                then.databaseId(),
                then.schema(),
                then.tableName(),
                then.sql(),
                then.mainTimeColumn(),
                then.description(),
                then.cacheTimeout(),
                then.columns(),
                then.metrics(),
                now.owners(),
                then.extra(),
                then.settings(),
                now.stamp().by(principal.userId()));
    }
}
