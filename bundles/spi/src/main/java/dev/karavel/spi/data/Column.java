package dev.karavel.spi.data;

import java.util.Objects;

/** A column of a result: its name, unique in the result, and what it holds. */
public record Column(String name, ColumnType type) {
    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }
}
