package dev.karavel.spi.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a warehouse says of a table besides its columns. Names in its own spelling.
 *
 * @param comments on columns, by their names
 */
public record TableFacts(
        Optional<Key> primaryKey,
        List<ForeignKey> foreignKeys,
        List<Index> indexes,
        String comment,
        Map<String, String> comments) {
    private static final TableFacts NONE = new TableFacts(Optional.empty(), List.of(), List.of(), "", Map.of());

    /** @param name empty where it has none */
    public record Key(String name, List<String> columns) {
        public Key {
            columns = List.copyOf(columns);
        }
    }

    /** @param referred in the order of the key's columns */
    public record ForeignKey(Key key, TableName table, List<String> referred) {
        public ForeignKey {
            referred = List.copyOf(referred);
        }
    }

    public record Index(Key key, boolean unique) {}

    public TableFacts {
        foreignKeys = List.copyOf(foreignKeys);
        indexes = List.copyOf(indexes);
        comments = Map.copyOf(comments);
    }

    public static TableFacts none() {
        return NONE;
    }
}
