package dev.karavel.api.exchange;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Brings in databases, datasets, charts and dashboards from Superset's YAML files, matched by uuid. */
@ProviderType
public interface Importer {
    /**
     * @param folder holds metadata.yaml and the folders databases, datasets, charts, dashboards
     * @param overwrite changes what is there already; else it stays
     * @return what was made or changed, one line each
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST with the file as field
     */
    List<String> importFolder(Path folder, boolean overwrite, long userId);
}
