package dev.karavel.api.catalog;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The charts. */
@ProviderType
public interface Charts extends Repository<Chart> {
    List<Chart> ofDataset(long datasetId);
}
