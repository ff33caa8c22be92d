package dev.karavel.api.catalog;

import java.util.List;

/** A part of a list and how long the whole is. */
public record Page<T>(List<T> items, long count) {
    public Page {
        items = List.copyOf(items);
    }
}
