package dev.karavel.api.catalog;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The row-level security rules. */
@ProviderType
public interface RowRules extends Repository<RowRule> {
    List<RowRule> ofDataset(long datasetId);
}
