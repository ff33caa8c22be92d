package dev.karavel.web.server;

import dev.karavel.api.sqllab.SavedQueries;
import dev.karavel.api.sqllab.SavedQuery;

/** Saved queries in memory. */
final class QueryShelf extends Shelf<SavedQuery> implements SavedQueries {
    @Override
    protected SavedQuery numbered(SavedQuery old, long id) {
        return new SavedQuery(
                id,
                old.uuid(),
                1,
                old.userId(),
                old.databaseId(),
                old.catalog(),
                old.schema(),
                old.label(),
                old.description(),
                old.sql(),
                old.templateParameters(),
                old.extra(),
                old.lastRun(),
                old.stamp());
    }
}
