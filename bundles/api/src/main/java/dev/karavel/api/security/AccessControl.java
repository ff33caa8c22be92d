package dev.karavel.api.security;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Visibility;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Who may do what. Safe for several threads; cheap enough to ask for every object of a page. */
@ProviderType
public interface AccessControl {
    /** For instance ("can_read", "Chart"). */
    boolean may(Principal principal, String action, String view);

    /** @throws dev.karavel.api.error.KaravelException FORBIDDEN, or UNAUTHENTICATED if nobody is signed in */
    void require(Principal principal, String action, String view);

    boolean mayQuery(Principal principal, Dataset dataset);

    boolean maySee(Principal principal, Chart chart);

    boolean maySee(Principal principal, Dashboard dashboard);

    /** Whether somebody may change a thing with these owners. */
    boolean mayEdit(Principal principal, Set<Long> owners);

    /** What lists show to somebody. */
    Visibility visibility(Principal principal);

    /**
     * The row rules that bind somebody on a dataset: conditions in the warehouse's SQL that all have to hold, in a stable order.
     */
    List<String> rowRules(Principal principal, Dataset dataset);
}
