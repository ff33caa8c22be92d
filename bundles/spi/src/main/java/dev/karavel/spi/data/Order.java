package dev.karavel.spi.data;

import java.util.Objects;

/** One key of the result's order; the term need not be selected. */
public record Order(Term by, boolean ascending) {
    public Order {
        Objects.requireNonNull(by, "by");
    }
}
