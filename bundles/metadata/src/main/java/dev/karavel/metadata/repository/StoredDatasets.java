package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.metadata.entity.DatasetEntity;
import dev.karavel.metadata.history.StoredVersions;
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
public final class StoredDatasets extends StoredRepository<DatasetEntity, Dataset> implements Datasets {
    private static final Kind<DatasetEntity> KIND = new Kind<>(
                    DatasetEntity.class,
                    "Dataset",
                    "tables",
                    Topics.DATASET_CHANGED,
                    " join e.database db left join e.creator creator left join e.changer changer",
                    new ListColumns("datasets", "table_name", false)
                            .text("table_name", "e.tableName")
                            .text("schema", "e.schema")
                            .text("description", "e.description")
                            .one("database", "e.databaseId")
                            .text("database.database_name", "db.name")
                            .many("owners", "DatasetEntity", "owners", "")
                            .choice("sql", "dataset_is_null_or_empty", "e.sql is null", "e.sql is not null")
                            .favorites("dataset")
                            .tags("dataset", "dataset")
                            .stamped())
            .trashed("table_name", "uuid");

    private final StoredVersions versions;

    @Activate
    public StoredDatasets(
            @Reference Transactions transactions, @Reference EventAdmin events, @Reference StoredVersions versions) {
        super(KIND, transactions, events, KnownRecords.of("tables"));
        this.versions = versions;
    }

    @Override
    DatasetEntity fresh() {
        return new DatasetEntity();
    }

    /** Charts in the trash do not hold it: they come back after it, or go before. */
    @Override
    void leave(EntityManager entities, long id) {
        long made = entities.createQuery(
                        "select count(c) from ChartEntity c where c.datasetId = :id and c.deletedOn is null",
                        Long.class)
                .setParameter("id", id)
                .getSingleResult();
        if (made > 0) {
            throw new KaravelException(
                    ErrorCode.CONFLICT, "It is used by charts: delete them or change what they use first");
        }
    }

    @Override
    void saved(EntityManager entities, Optional<Dataset> before, Dataset now) {
        Stamp former = before.map(Dataset::stamp).orElse(now.stamp());
        versions.keep(entities, ThingKind.DATASET, before, now, former, now.stamp());
    }

    @Override
    void limit(Visibility.Limited visibility, Where where) {
        where.and(Limits.in("e.id", visibility.datasets(), where) + " or "
                + Limits.owned("DatasetEntity", visibility.userId(), where));
    }

    @Override
    public List<Dataset> ofDatabase(long databaseId) {
        return findAll("e.databaseId = ?1", databaseId);
    }

    @Override
    public Optional<Dataset> findTable(long databaseId, Optional<String> schema, String tableName) {
        return findFirst(
                "e.databaseId = ?1 and e.schema = ?2 and e.tableName = ?3", databaseId, schema.orElse(""), tableName);
    }
}
