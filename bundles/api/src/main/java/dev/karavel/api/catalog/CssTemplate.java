package dev.karavel.api.catalog;

import java.util.Objects;
import java.util.UUID;

/** A named piece of CSS that dashboards can take over. */
public record CssTemplate(long id, UUID uuid, int version, String name, String css, Stamp stamp) implements Stored {
    public CssTemplate {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(css, "css");
        Objects.requireNonNull(stamp, "stamp");
    }
}
