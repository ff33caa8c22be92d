package dev.karavel.api.catalog;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something small that is kept under a key: what a link stands for, work that is not saved yet.
 *
 * @param kind what it is, and who reads it: explore_permalink
 * @param value a JSON object
 * @param owner id of the user who had it kept
 * @param expiresOn when it may be forgotten; empty: never
 */
public record KeptValue(
        String key, String kind, String value, Optional<Long> owner, Instant createdOn, Optional<Instant> expiresOn) {
    public KeptValue {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
    }
}
