package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.event.Topics;
import dev.karavel.api.sqllab.LabTab;
import dev.karavel.api.sqllab.LabTabs;
import dev.karavel.metadata.entity.LabTabEntity;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredLabTabs extends StoredRepository<LabTabEntity, LabTab> implements LabTabs {
    private static final Kind<LabTabEntity> KIND = new Kind<>(
            LabTabEntity.class,
            "Tab",
            "tab_state",
            Topics.LAB_TAB_CHANGED,
            " left join e.creator creator left join e.changer changer",
            new ListColumns("tabs", "id", false)
                    .text("label", "e.label")
                    .one("database_id", "e.databaseId")
                    .one("user_id", "e.userId")
                    .stamped());

    @Activate
    public StoredLabTabs(@Reference Transactions transactions, @Reference EventAdmin events) {
        super(KIND, transactions, events);
    }

    @Override
    LabTabEntity fresh() {
        return new LabTabEntity();
    }

    @Override
    void limit(Visibility.Limited visibility, Where where) {
        where.and("e.userId = " + where.parameter(visibility.userId()));
    }

    @Override
    public List<LabTab> ofUser(long userId) {
        return findAll("e.userId = ?1", userId);
    }

    @Override
    public boolean activate(long userId, long id) {
        return transactions().write(entities -> {
            LabTabEntity wanted = entities.find(LabTabEntity.class, id);
            if (wanted == null || wanted.read().userId() != userId) {
                return false;
            }
            // which tab is in front is no change of the tab: its version stays
            entities.createQuery("update LabTabEntity e set e.active = false where e.userId = ?1 and e.active = true")
                    .setParameter(1, userId)
                    .executeUpdate();
            entities.createQuery("update LabTabEntity e set e.active = true where e.id = ?1")
                    .setParameter(1, id)
                    .executeUpdate();
            return true;
        });
    }
}
