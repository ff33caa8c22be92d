package dev.karavel.api.catalog;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What dashboards, charts and datasets looked like. Every save of them that changes something is kept, the latest ones of each
 * thing. Safe for several threads. Checks no rights: the caller does.
 */
@ProviderType
public interface Versions {
    /** Newest first; the first is the thing as it is now. */
    List<SavedVersion> of(ThingKind kind, long id);

    /**
     * A thing as it was saved then, under the id it has. What it points at may be gone meanwhile.
     *
     * @throws dev.karavel.api.error.KaravelException INTERNAL if what was kept cannot be read
     */
    <T extends Stored> Optional<T> find(ThingKind kind, Class<T> type, long id, int number);
}
