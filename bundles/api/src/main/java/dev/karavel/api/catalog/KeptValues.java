package dev.karavel.api.catalog;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keys and what they stand for. Keys cannot be guessed, yet they are no rights: whoever reads a value checks what its reader may
 * see. Safe for several threads; each call is a transaction.
 */
@ProviderType
public interface KeptValues {
    /**
     * Keeps a value under a new key. Values that expired are forgotten on the way.
     *
     * @param lasting how long it is kept after it was last read or replaced; empty: for ever
     * @throws dev.karavel.api.error.KaravelException TOO_LARGE for more than a million characters
     */
    KeptValue keep(String kind, String value, Optional<Long> owner, Optional<Duration> lasting);

    /** Empty for a key of another kind and for one that expired. */
    Optional<KeptValue> find(String kind, String key);

    /** The same key with another value, kept that long from now. Empty if there is no such key. */
    Optional<KeptValue> replace(String kind, String key, String value, Optional<Duration> lasting);

    /** Keeps it that long from now, whatever was said before. */
    void renew(String kind, String key, Duration lasting);

    /** @return false if there was none */
    boolean forget(String kind, String key);
}
