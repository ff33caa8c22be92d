package dev.karavel.web.database;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.web.list.ListRequest;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Databases somebody may use; the others are as good as missing. */
@Component(service = DatabaseFinder.class)
public final class DatabaseFinder {
    private final Databases databases;
    private final DatabaseAccess access;

    @Activate
    public DatabaseFinder(@Reference Databases databases, @Reference DatabaseAccess access) {
        this.databases = databases;
        this.access = access;
    }

    public Database usable(long id, Principal principal) {
        return databases
                .find(id)
                .filter(database -> access.mayUse(principal, database))
                .orElseThrow(() -> KaravelException.notFound("Database", id));
    }

    /** There are few databases, so those that may be used are picked here rather than by the repository. */
    Page<Database> list(ListRequest request, Principal principal) {
        ListQuery query = request.query(new Visibility.All());
        ListQuery whole = new ListQuery(
                query.conditions(), query.orderColumn(), query.descending(), 0, Integer.MAX_VALUE, query.visibility());
        List<Database> usable = databases.list(whole).items().stream()
                .filter(database -> access.mayUse(principal, database))
                .toList();
        List<Database> page = usable.stream()
                .skip((long) query.page() * query.pageSize())
                .limit(query.pageSize())
                .toList();
        return new Page<>(page, usable.size());
    }
}
