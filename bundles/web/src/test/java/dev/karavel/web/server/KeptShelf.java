package dev.karavel.web.server;

import dev.karavel.api.catalog.KeptValue;
import dev.karavel.api.catalog.KeptValues;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Kept values in memory; nothing expires. */
final class KeptShelf implements KeptValues {
    private final Map<String, KeptValue> values = new ConcurrentHashMap<>();

    @Override
    public KeptValue keep(String kind, String value, Optional<Long> owner, Optional<Duration> lasting) {
        KeptValue kept = new KeptValue(
                "key" + values.size(), kind, value, owner, Instant.EPOCH, lasting.map(Instant.EPOCH::plus));
        values.put(kept.key(), kept);
        return kept;
    }

    @Override
    public Optional<KeptValue> find(String kind, String key) {
        return Optional.ofNullable(values.get(key)).filter(kept -> kept.kind().equals(kind));
    }

    @Override
    public Optional<KeptValue> replace(String kind, String key, String value, Optional<Duration> lasting) {
        return find(kind, key).map(old -> {
            KeptValue changed = new KeptValue(key, kind, value, old.owner(), old.createdOn(), old.expiresOn());
            values.put(key, changed);
            return changed;
        });
    }

    @Override
    public void renew(String kind, String key, Duration lasting) {
        // nothing expires here
    }

    @Override
    public boolean forget(String kind, String key) {
        return find(kind, key).isPresent() && values.remove(key) != null;
    }
}
