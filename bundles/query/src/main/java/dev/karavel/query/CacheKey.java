package dev.karavel.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.catalog.Stored;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Everything an answer depends on, as one SHA-256. What cannot be told apart here is answered with the same bytes. */
final class CacheKey {
    /** Changes when the stored form of answers does. */
    private static final String FORM = "1";

    private final MessageDigest digest;

    CacheKey() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
        add(FORM);
    }

    /** Records, lists and maps with an order of their own count by their text. */
    CacheKey add(Object part) {
        byte[] bytes = String.valueOf(part).getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
        return this;
    }

    CacheKey add(Stored thing) {
        return add(thing.uuid()).add(thing.id()).add(thing.version());
    }

    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
