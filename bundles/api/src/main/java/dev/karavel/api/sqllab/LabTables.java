package dev.karavel.api.sqllab;

import dev.karavel.api.catalog.Repository;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The tables beside the tabs. */
@ProviderType
public interface LabTables extends Repository<LabTable> {
    /** In the order they were opened. */
    List<LabTable> ofTab(long tabId);
}
