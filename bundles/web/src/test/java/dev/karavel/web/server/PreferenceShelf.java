package dev.karavel.web.server;

import dev.karavel.api.catalog.Preferences;
import java.util.HashMap;
import java.util.Map;

/** Preferences in memory. */
final class PreferenceShelf implements Preferences {
    private final Map<Long, Map<String, String>> values = new HashMap<>();

    @Override
    public Map<String, String> of(long userId) {
        return values.getOrDefault(userId, Map.of());
    }

    @Override
    public void store(long userId, Map<String, String> wanted) {
        values.put(userId, Map.copyOf(wanted));
    }
}
