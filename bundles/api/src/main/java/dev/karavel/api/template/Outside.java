package dev.karavel.api.template;

import java.util.Objects;

/** Text that no author of a template wrote: a value of a filter, a parameter of an address, a person's name. Never SQL. */
public record Outside(String text) {
    public Outside {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return text;
    }
}
