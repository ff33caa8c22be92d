package dev.karavel.api.catalog;

import java.util.Objects;
import java.util.UUID;

/**
 * Colours that dashboards can be drawn with.
 *
 * @param json as {@link ThemeColors} reads it
 * @param system whether it came with the server: nobody changes or deletes it
 */
public record Theme(long id, UUID uuid, int version, String name, String json, boolean system, Stamp stamp)
        implements Stored {
    public Theme {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(json, "json");
        Objects.requireNonNull(stamp, "stamp");
    }
}
