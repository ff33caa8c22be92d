package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.event.Topics;
import dev.karavel.metadata.entity.DatabaseEntity;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredDatabases extends StoredRepository<DatabaseEntity, Database> implements Databases {
    private static final Kind<DatabaseEntity> KIND = new Kind<>(
            DatabaseEntity.class,
            "Database",
            "dbs",
            Topics.DATABASE_CHANGED,
            " left join e.creator creator left join e.changer changer",
            new ListColumns("databases", "database_name", false)
                    .text("database_name", "e.name")
                    .text("backend", "e.backend")
                    .flag("expose_in_sqllab", "e.exposeInSqlLab")
                    .flag("allow_dml", "e.allowDml")
                    .flag("allow_file_upload", "e.allowFileUpload")
                    .stamped());

    @Activate
    public StoredDatabases(@Reference Transactions transactions, @Reference EventAdmin events) {
        super(KIND, transactions, events, KnownRecords.of("dbs"));
    }

    @Override
    DatabaseEntity fresh() {
        return new DatabaseEntity();
    }

    /** What of it is in the trash could not be had back without it. */
    @Override
    void leave(EntityManager entities, long id) {
        String doomed = "(select id from tables where deleted_on is not null and database_id = ?1)";
        for (String statement : List.of(
                "delete from saved_query where deleted_on is not null and database_id = ?1",
                "delete from slices where deleted_on is not null and datasource_id in " + doomed,
                "delete from tables where deleted_on is not null and database_id = ?1"
                        + " and not exists (select id from slices where slices.datasource_id = tables.id)")) {
            entities.createNativeQuery(statement).setParameter(1, id).executeUpdate();
        }
    }

    @Override
    void limit(Visibility.Limited visibility, Where where) {
        where.and("e.id in (select x.databaseId from DatasetEntity x where "
                + Limits.in("x.id", visibility.datasets(), where) + ")");
    }

    @Override
    public Optional<Database> findByName(String name) {
        return findFirst("e.name = ?1", name);
    }
}
