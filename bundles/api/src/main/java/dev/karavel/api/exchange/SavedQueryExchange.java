package dev.karavel.api.exchange;

import dev.karavel.api.sqllab.SavedQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Saved queries as Superset exchanges them: a ZIP of YAML files. Checks no rights to databases: the caller says which count. */
@ProviderType
public interface SavedQueryExchange {
    /** The stream stays open. */
    void write(List<SavedQuery> queries, OutputStream zip) throws IOException;

    /**
     * The queries of a ZIP by their files, belonging to one person and not stored yet; one that is known by its uuid has the id and version of what is
     * stored.
     *
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST with the file as field; TOO_LARGE
     */
    Map<String, SavedQuery> read(Path zip, long userId);
}
