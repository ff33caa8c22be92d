package dev.karavel.spi.data;

import java.util.Objects;

/**
 * One field of a connection form.
 *
 * @param name key in {@link Settings}
 * @param title what people read
 * @param kind how it is asked for; a SECRET is stored encrypted and never shown again
 * @param fallback value when nothing was given; empty for none
 * @param help one sentence, may be empty
 */
public record Setting(String name, String title, Kind kind, boolean required, String fallback, String help) {
    public enum Kind {
        TEXT,
        NUMBER,
        SWITCH,
        SECRET,
        FILE
    }

    public Setting {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(fallback, "fallback");
        Objects.requireNonNull(help, "help");
    }
}
