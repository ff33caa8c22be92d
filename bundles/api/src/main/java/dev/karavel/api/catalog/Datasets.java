package dev.karavel.api.catalog;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The datasets. */
@ProviderType
public interface Datasets extends Repository<Dataset> {
    List<Dataset> ofDatabase(long databaseId);

    Optional<Dataset> findTable(long databaseId, Optional<String> schema, String tableName);
}
