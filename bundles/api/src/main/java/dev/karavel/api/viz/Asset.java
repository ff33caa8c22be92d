package dev.karavel.api.viz;

import java.util.Objects;

/** A file of a plugin. */
public record Asset(byte[] bytes, String contentType) {
    public Asset {
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(contentType, "contentType");
    }
}
