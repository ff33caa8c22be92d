package dev.karavel.api.catalog;

import java.util.Objects;
import java.util.UUID;

/** A word that people put on things to find them again. */
public record Tag(long id, UUID uuid, int version, String name, String description, Stamp stamp) implements Stored {
    public Tag {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(stamp, "stamp");
    }
}
