package dev.karavel.spi.notify;

import java.util.Objects;

/** A value a setting can have, and what people read. */
public record Choice(String value, String title) {
    public Choice {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(title, "title");
    }
}
