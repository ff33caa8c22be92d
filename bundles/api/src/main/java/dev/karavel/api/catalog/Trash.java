package dev.karavel.api.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What was deleted and is kept for a while: to have it back brings its owners, tags, favourites and places on dashboards with it.
 * Safe for several threads; each call is a transaction. Checks no rights: the caller does.
 */
@ProviderType
public interface Trash {
    /** Latest first, bounded. */
    List<Trashed> all();

    Optional<Trashed> find(ThingKind kind, long id);

    /** What had this uuid and will have it again; the one deleted last, where there are several. */
    Optional<Trashed> find(ThingKind kind, UUID uuid);

    /**
     * Announced by an event like a save.
     *
     * @throws dev.karavel.api.error.KaravelException NOT_FOUND if it is not in the trash; CONFLICT with the field if its address or
     *     name was taken meanwhile, or what it is made of is in the trash itself
     */
    void restore(ThingKind kind, long id);

    /**
     * Deletes for ever.
     *
     * @return false if it was not in the trash
     * @throws dev.karavel.api.error.KaravelException CONFLICT if something needs it
     */
    boolean erase(ThingKind kind, long id);

    /** When what was deleted at this time goes for ever. */
    Instant end(Instant deletedOn);
}
