package dev.karavel.web.sqllab;

import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sqllab.LabQueries;
import dev.karavel.api.sqllab.LabQuery;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs somebody may know of: his own, and all for those who may see all; the others are as good as missing. */
@Component(service = LabFinder.class)
public final class LabFinder {
    private final LabQueries queries;
    private final AccessControl access;

    @Activate
    public LabFinder(@Reference LabQueries queries, @Reference AccessControl access) {
        this.queries = queries;
        this.access = access;
    }

    LabQuery byId(long id, Principal principal) {
        return mine(queries.find(id), id, principal);
    }

    LabQuery byClientId(String clientId, Principal principal) {
        return mine(queries.findByClientId(clientId), clientId, principal);
    }

    LabQuery byResultsKey(String key, Principal principal) {
        return mine(queries.findByResultsKey(key), key, principal);
    }

    boolean seesAll(Principal principal) {
        return access.may(principal, "all_query_access", "all_query_access");
    }

    Visibility visibility(Principal principal) {
        return seesAll(principal)
                ? new Visibility.All()
                : new Visibility.Limited(principal.userId(), Set.of(), Set.of());
    }

    private LabQuery mine(Optional<LabQuery> found, Object name, Principal principal) {
        return found.filter(query -> query.question().userId() == principal.userId() || seesAll(principal))
                .orElseThrow(() -> KaravelException.notFound("Query", name));
    }
}
