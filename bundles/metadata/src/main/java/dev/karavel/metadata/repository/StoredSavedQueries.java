package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.event.Topics;
import dev.karavel.api.sqllab.SavedQueries;
import dev.karavel.api.sqllab.SavedQuery;
import dev.karavel.metadata.entity.SavedQueryEntity;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredSavedQueries extends StoredRepository<SavedQueryEntity, SavedQuery> implements SavedQueries {
    private static final Kind<SavedQueryEntity> KIND = new Kind<>(
                    SavedQueryEntity.class,
                    "Saved query",
                    "saved_query",
                    Topics.SAVED_QUERY_CHANGED,
                    " left join e.database db left join e.creator creator left join e.changer changer",
                    new ListColumns("saved queries", "changed_on", true)
                            .text("label", "e.label")
                            .search("label", "all_text", "e.label", "e.description", "e.sql", "e.schema")
                            .text("description", "e.description")
                            .text("sql", "e.sql")
                            .text("schema", "e.schema")
                            .text("catalog", "e.catalog")
                            .one("database", "e.databaseId")
                            .one("db_id", "e.databaseId")
                            .one("user_id", "e.userId")
                            .order("last_run_delta_humanized", "e.lastRun")
                            .order("database.database_name", "lower(db.name)")
                            .tags("saved_query", "query")
                            .stamped())
            .trashed("", "");

    @Activate
    public StoredSavedQueries(@Reference Transactions transactions, @Reference EventAdmin events) {
        super(KIND, transactions, events);
    }

    @Override
    SavedQueryEntity fresh() {
        return new SavedQueryEntity();
    }

    @Override
    void limit(Visibility.Limited visibility, Where where) {
        where.and("e.userId = " + where.parameter(visibility.userId()));
    }
}
