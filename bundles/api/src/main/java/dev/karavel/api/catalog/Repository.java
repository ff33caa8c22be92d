package dev.karavel.api.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Things of one kind in the metadata database. Safe for several threads; each call is a transaction. What was saved is durable
 * when the call returns, and announced by an event (see {@code dev.karavel.api.event.Topics}). Checks no rights: the caller does.
 */
@ProviderType
public interface Repository<T extends Stored> {
    Optional<T> find(long id);

    Optional<T> find(UUID uuid);

    /** Those that exist, in no order. */
    List<T> find(Iterable<Long> ids);

    /** @throws dev.karavel.api.error.KaravelException INVALID_REQUEST for a column or operator that is not offered */
    Page<T> list(ListQuery query);

    /**
     * Stores a new thing (id 0) or a changed one.
     *
     * @return what is stored now, with its id, version and times
     * @throws dev.karavel.api.error.KaravelException CONFLICT if the version is not the stored one, or a name is taken;
     *     INVALID_REQUEST with the field if a value does not fit
     */
    T save(T thing);

    /**
     * Things of the kinds that have a {@link Trash} go there, everything else is gone.
     *
     * @return false if there was none
     */
    boolean delete(long id);
}
