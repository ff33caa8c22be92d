package dev.karavel.metadata.plugin;

import dev.karavel.api.catalog.PluginRecord;
import dev.karavel.api.catalog.PluginRecords;
import dev.karavel.api.event.Topics;
import dev.karavel.metadata.entity.PluginEntity;
import dev.karavel.metadata.store.Transactions;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredPlugins implements PluginRecords {
    private static final Duration KEPT_AFTER_REMOVAL = Duration.ofDays(7);

    private final Transactions transactions;
    private final EventAdmin events;

    @Activate
    public StoredPlugins(
            @Reference(name = "transactions") Transactions transactions,
            @Reference(name = "events") EventAdmin events) {
        this.transactions = transactions;
        this.events = events;
    }

    @Override
    public List<PluginRecord> all() {
        return transactions.read(entities -> entities
                .createQuery(
                        "select e from PluginEntity e order by e.symbolicName, e.bundleVersion", PluginEntity.class)
                .getResultList()
                .stream()
                .map(PluginEntity::read)
                .toList());
    }

    @Override
    public Optional<byte[]> jar(String symbolicName, String version) {
        return transactions.read(
                entities -> find(entities, symbolicName, version).map(PluginEntity::jar));
    }

    @Override
    public void store(String symbolicName, String version, String digest, byte[] jar, boolean removed, String who) {
        change(symbolicName, version, who, removed, plugin -> {
            plugin.hold(digest, jar);
            if (removed) {
                plugin.remove(transactions.now());
            } else {
                plugin.restore();
            }
        });
    }

    @Override
    public void enable(String symbolicName, String version, boolean enabled, String who) {
        change(symbolicName, version, who, false, plugin -> plugin.enable(enabled));
    }

    @Override
    public boolean remove(String symbolicName, String version, String who) {
        return changeStored(
                symbolicName, version, who, true, plugin -> true, plugin -> plugin.remove(transactions.now()));
    }

    @Override
    public boolean restore(String symbolicName, String version, String who) {
        return changeStored(
                symbolicName,
                version,
                who,
                false,
                plugin -> plugin.read().removed().isPresent(),
                PluginEntity::restore);
    }

    private boolean changeStored(
            String symbolicName,
            String version,
            String who,
            boolean gone,
            Predicate<PluginEntity> fits,
            Consumer<PluginEntity> change) {
        boolean done = transactions.write(entities -> {
            forgetOld(entities);
            Optional<PluginEntity> plugin = find(entities, symbolicName, version)
                    .filter(PluginEntity::uploaded)
                    .filter(fits);
            plugin.ifPresent(found -> {
                change.accept(found);
                found.changed(who, transactions.now());
            });
            return plugin.isPresent();
        });
        if (done) {
            announce(symbolicName, version, gone);
        }
        return done;
    }

    private void change(String symbolicName, String version, String who, boolean gone, Consumer<PluginEntity> change) {
        transactions.write(entities -> {
            forgetOld(entities);
            PluginEntity plugin =
                    find(entities, symbolicName, version).orElseGet(() -> new PluginEntity(symbolicName, version));
            change.accept(plugin);
            plugin.changed(who, transactions.now());
            entities.persist(plugin);
            return plugin;
        });
        announce(symbolicName, version, gone);
    }

    private void announce(String symbolicName, String version, boolean gone) {
        events.postEvent(new Event(
                Topics.PLUGIN_CHANGED, Map.of(Topics.ID, symbolicName, Topics.VERSION, version, Topics.DELETED, gone)));
    }

    private void forgetOld(EntityManager entities) {
        entities.createQuery("delete from PluginEntity e where e.removedOn < :before")
                .setParameter(
                        "before", LocalDateTime.ofInstant(transactions.now().minus(KEPT_AFTER_REMOVAL), ZoneOffset.UTC))
                .executeUpdate();
    }

    private static Optional<PluginEntity> find(EntityManager entities, String symbolicName, String version) {
        return entities
                .createQuery(
                        "select e from PluginEntity e where e.symbolicName = :name and e.bundleVersion = :version",
                        PluginEntity.class)
                .setParameter("name", symbolicName)
                .setParameter("version", version)
                .getResultList()
                .stream()
                .findFirst();
    }
}
