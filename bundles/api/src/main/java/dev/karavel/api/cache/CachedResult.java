package dev.karavel.api.cache;

import java.time.Instant;
import java.util.Objects;

/** A stored answer: opaque bytes and when they were made. The array is never changed. */
public record CachedResult(byte[] bytes, Instant storedAt) {
    public CachedResult {
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(storedAt, "storedAt");
    }
}
