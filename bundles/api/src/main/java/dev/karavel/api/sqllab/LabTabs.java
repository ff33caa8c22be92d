package dev.karavel.api.sqllab;

import dev.karavel.api.catalog.Repository;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The tabs. Deleting one deletes its tables; runs in it stay in the history. */
@ProviderType
public interface LabTabs extends Repository<LabTab> {
    /** In the order they were made. */
    List<LabTab> ofUser(long userId);

    /** Brings one of somebody's tabs to the front and the others behind it. @return false if there is no such tab */
    boolean activate(long userId, long id);
}
