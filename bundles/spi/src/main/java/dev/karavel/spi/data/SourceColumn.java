package dev.karavel.spi.data;

/** A column as the warehouse declares it: its name, the warehouse's own word for its type, and what it holds. */
public record SourceColumn(String name, String sourceType, ColumnType type) {}
