package dev.karavel.metadata.setting;

import dev.karavel.api.catalog.SettingRecords;
import dev.karavel.api.event.Topics;
import dev.karavel.api.setting.SharedSetting;
import dev.karavel.metadata.entity.SettingEntity;
import dev.karavel.metadata.store.Transactions;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredSettings implements SettingRecords {
    private final Transactions transactions;
    private final EventAdmin events;

    @Activate
    public StoredSettings(
            @Reference(name = "transactions") Transactions transactions,
            @Reference(name = "events") EventAdmin events) {
        this.transactions = transactions;
        this.events = events;
    }

    @Override
    public List<SharedSetting> all() {
        return transactions.read(entities -> entities
                .createQuery("select e from SettingEntity e order by e.pid, e.key", SettingEntity.class)
                .getResultList()
                .stream()
                .map(SettingEntity::read)
                .toList());
    }

    @Override
    public void store(String pid, String key, String value, String who) {
        transactions.write(entities -> {
            SettingEntity setting = find(entities, pid, key).orElseGet(() -> new SettingEntity(pid, key));
            setting.hold(value, who, transactions.now());
            entities.persist(setting);
            return setting;
        });
        announce(pid, false);
    }

    @Override
    public boolean remove(String pid, String key) {
        boolean gone = transactions.write(entities -> {
            Optional<SettingEntity> setting = find(entities, pid, key);
            setting.ifPresent(entities::remove);
            return setting.isPresent();
        });
        if (gone) {
            announce(pid, true);
        }
        return gone;
    }

    private void announce(String pid, boolean gone) {
        events.postEvent(new Event(Topics.SETTING_CHANGED, Map.of(Topics.ID, pid, Topics.DELETED, gone)));
    }

    private static Optional<SettingEntity> find(EntityManager entities, String pid, String key) {
        return entities
                .createQuery("select e from SettingEntity e where e.pid = :pid and e.key = :key", SettingEntity.class)
                .setParameter("pid", pid)
                .setParameter("key", key)
                .getResultList()
                .stream()
                .findFirst();
    }
}
