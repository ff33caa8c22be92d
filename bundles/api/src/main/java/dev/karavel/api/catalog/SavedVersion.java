package dev.karavel.api.catalog;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * That a thing was saved.
 *
 * @param number the thing's version then
 * @param changes how many places of which field differ from the version before; empty for the first
 */
public record SavedVersion(int number, Instant savedOn, Optional<Long> savedBy, Map<String, Integer> changes) {
    public SavedVersion {
        changes = Map.copyOf(changes);
    }
}
