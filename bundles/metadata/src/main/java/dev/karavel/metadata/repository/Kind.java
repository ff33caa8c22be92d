package dev.karavel.metadata.repository;

import dev.karavel.metadata.list.ListColumns;
import java.util.Optional;

/**
 * What one repository is about.
 *
 * @param noun for people: "Dashboard"
 * @param topic of the events that tell of a change
 * @param bin where it has a trash
 * @param joins of the list statement, for columns that lie in other tables
 */
record Kind<E>(
        Class<E> type, String noun, String table, String topic, String joins, ListColumns columns, Optional<Bin> bin) {
    Kind(Class<E> type, String noun, String table, String topic, String joins, ListColumns columns) {
        this(type, noun, table, topic, joins, columns, Optional.empty());
    }

    /** The same with a trash: what is deleted is out of sight, and can be had back. */
    Kind<E> trashed(String key, String vacant) {
        return new Kind<>(type, noun, table, topic, joins, columns, Optional.of(new Bin(table, key, vacant)));
    }

    /** A condition on "e" that leaves out what is in the trash. */
    String alive() {
        return bin.isPresent() ? "e.deletedOn is null" : "1 = 1";
    }

    String entity() {
        return type.getSimpleName();
    }
}
