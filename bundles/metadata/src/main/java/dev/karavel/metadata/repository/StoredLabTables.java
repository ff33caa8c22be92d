package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.event.Topics;
import dev.karavel.api.sqllab.LabTable;
import dev.karavel.api.sqllab.LabTables;
import dev.karavel.metadata.entity.LabTableEntity;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredLabTables extends StoredRepository<LabTableEntity, LabTable> implements LabTables {
    private static final Kind<LabTableEntity> KIND = new Kind<>(
            LabTableEntity.class,
            "Table",
            "table_schema",
            Topics.LAB_TABLE_CHANGED,
            "",
            new ListColumns("tables", "id", false).one("tab_state_id", "e.tabId"));

    @Activate
    public StoredLabTables(@Reference Transactions transactions, @Reference EventAdmin events) {
        super(KIND, transactions, events);
    }

    @Override
    LabTableEntity fresh() {
        return new LabTableEntity();
    }

    @Override
    void limit(Visibility.Limited visibility, Where where) {
        where.and("e.tabId in (select x.id from LabTabEntity x where x.userId = " + where.parameter(visibility.userId())
                + ")");
    }

    @Override
    public List<LabTable> ofTab(long tabId) {
        return findAll("e.tabId = ?1", tabId);
    }
}
