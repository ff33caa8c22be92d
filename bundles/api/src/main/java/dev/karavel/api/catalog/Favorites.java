package dev.karavel.api.catalog;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** What people marked as their favourites. Safe for several threads; each call is a transaction. Checks no rights. */
@ProviderType
public interface Favorites {
    /** Ids of somebody's favourites; some of them may be gone. */
    Set<Long> of(long userId, ThingKind kind);

    /** To mark twice is the same as once. */
    void mark(long userId, ThingKind kind, long id);

    /** To take back what was not marked changes nothing. */
    void unmark(long userId, ThingKind kind, long id);
}
