package dev.karavel.api.sqllab;

import dev.karavel.api.catalog.Repository;
import org.osgi.annotation.versioning.ProviderType;

/** The saved queries. A limited visibility shows somebody's own. */
@ProviderType
public interface SavedQueries extends Repository<SavedQuery> {}
