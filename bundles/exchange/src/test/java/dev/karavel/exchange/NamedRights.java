package dev.karavel.exchange;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Administrators may everything; others what is named here, and see everything but the data. */
final class NamedRights implements AccessControl {
    final Set<String> granted = new HashSet<>();

    @Override
    public boolean may(Principal principal, String action, String view) {
        return principal.isAdmin() || granted.contains(action + " " + view);
    }

    @Override
    public void require(Principal principal, String action, String view) {
        if (!may(principal, action, view)) {
            throw new KaravelException(ErrorCode.FORBIDDEN, "You may not " + action + " " + view);
        }
    }

    @Override
    public boolean mayQuery(Principal principal, Dataset dataset) {
        return may(principal, "query", dataset.tableName());
    }

    @Override
    public boolean maySee(Principal principal, Chart chart) {
        return true;
    }

    @Override
    public boolean maySee(Principal principal, Dashboard dashboard) {
        return true;
    }

    @Override
    public boolean mayEdit(Principal principal, Set<Long> owners) {
        return principal.isAdmin() || owners.contains(principal.userId());
    }

    @Override
    public Visibility visibility(Principal principal) {
        return new Visibility.All();
    }

    @Override
    public List<String> rowRules(Principal principal, Dataset dataset) {
        return List.of();
    }
}
