package dev.karavel.cache;

import dev.karavel.api.cache.CachedResult;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/**
 * What lies in the cache: a small header, then the answer.
 *
 * @param flight tells one load from the next
 */
record StoredResult(CachedResult result, Instant expiresAt, long flight) {
    private static final byte FORMAT = 1;
    private static final int HEADER = 1 + 3 * Long.BYTES;

    byte[] written() {
        return ByteBuffer.allocate(HEADER + result.bytes().length)
                .put(FORMAT)
                .putLong(result.storedAt().toEpochMilli())
                .putLong(expiresAt.toEpochMilli())
                .putLong(flight)
                .put(result.bytes())
                .array();
    }

    /** Empty for what another version of Karavel wrote. */
    static Optional<StoredResult> read(byte[] written) {
        ByteBuffer buffer = ByteBuffer.wrap(written);
        if (written.length < HEADER || buffer.get() != FORMAT) {
            return Optional.empty();
        }
        Instant storedAt = Instant.ofEpochMilli(buffer.getLong());
        Instant expiresAt = Instant.ofEpochMilli(buffer.getLong());
        long flight = buffer.getLong();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return Optional.of(new StoredResult(new CachedResult(bytes, storedAt), expiresAt, flight));
    }
}
