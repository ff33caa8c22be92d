package dev.karavel.api.query;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.security.Principal;
import org.osgi.annotation.versioning.ProviderType;

/** The statements of virtual datasets outside of any question. */
@ProviderType
public interface VirtualDatasets {
    /**
     * The dataset with its statement as it reads for somebody who asks with no filter; a physical one is itself.
     *
     * @throws dev.karavel.api.error.KaravelException STATEMENT_REFUSED for a template or statement that is not provably harmless;
     *     FORBIDDEN if it reads a table that the principal may not read
     */
    Dataset readable(Database database, Dataset dataset, Principal principal);
}
