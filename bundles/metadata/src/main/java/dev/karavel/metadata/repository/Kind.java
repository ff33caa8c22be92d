package dev.karavel.metadata.repository;

import dev.karavel.metadata.list.ListColumns;

/**
 * What one repository is about.
 *
 * @param noun for people: "Dashboard"
 * @param topic of the events that tell of a change
 * @param joins of the list statement, for columns that lie in other tables
 */
record Kind<E>(Class<E> type, String noun, String table, String topic, String joins, ListColumns columns) {
    String entity() {
        return type.getSimpleName();
    }
}
