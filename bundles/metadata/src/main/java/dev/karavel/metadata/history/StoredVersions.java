package dev.karavel.metadata.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.catalog.SavedVersion;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Stored;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Versions;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.metadata.entity.VersionEntity;
import dev.karavel.metadata.store.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component(service = {Versions.class, StoredVersions.class})
public final class StoredVersions implements Versions {
    /** What differs with every save, or is no part of what people wrote. */
    private static final Set<String> NEVER_TOLD = Set.of("id", "uuid", "version", "stamp");

    private final Transactions transactions;
    private final HistorySettings settings;

    @Activate
    public StoredVersions(@Reference Transactions transactions, @Reference HistorySettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public List<SavedVersion> of(ThingKind kind, long id) {
        return transactions.read(entities -> query(entities, "", kind, id).getResultList().stream()
                .map(version -> new SavedVersion(
                        version.number(), version.savedOn(), version.savedBy(), changes(version.changes())))
                .toList());
    }

    @Override
    public <T extends Stored> Optional<T> find(ThingKind kind, Class<T> type, long id, int number) {
        Optional<byte[]> content = transactions.read(entities -> at(entities, kind, id, number));
        return content.map(bytes -> {
            try {
                return RecordText.read(type, Squeezed.read(bytes));
            } catch (IOException | IllegalArgumentException e) {
                throw new KaravelException(ErrorCode.INTERNAL, "Version " + number + " cannot be read", e);
            }
        });
    }

    /**
     * Part of the transaction that saves.
     *
     * @param before empty for a new thing
     */
    public <R extends Record & Stored> void keep(
            EntityManager entities, ThingKind kind, Optional<R> before, R now, Stamp formerly, Stamp saved) {
        ObjectNode text = RecordText.write(now);
        Map<String, Integer> changes = new TreeMap<>();
        if (before.isPresent()) {
            ObjectNode former = RecordText.write(before.get());
            changes.putAll(RecordText.differences(former, text));
            changes.keySet().removeAll(NEVER_TOLD);
            if (changes.isEmpty()) {
                return;
            }
            R old = before.get();
            if (query(entities, "", kind, old.id())
                    .setMaxResults(1)
                    .getResultList()
                    .isEmpty()) {
                // saved before there was a history
                entities.persist(
                        new VersionEntity(kind.word(), old.id(), old.version(), formerly, "", Squeezed.bytes(former)));
            }
        }
        entities.persist(
                new VersionEntity(kind.word(), now.id(), now.version(), saved, words(changes), Squeezed.bytes(text)));
        forgetOld(entities, kind, now.id());
    }

    private void forgetOld(EntityManager entities, ThingKind kind, long id) {
        List<VersionEntity> last = query(entities, "", kind, id)
                .setFirstResult(settings.versionsKept())
                .setMaxResults(1)
                .getResultList();
        if (!last.isEmpty()) {
            entities.createQuery(
                            "delete from VersionEntity e where e.kind = :kind and e.objectId = :id and e.number <= :number")
                    .setParameter("kind", kind.word())
                    .setParameter("id", id)
                    .setParameter("number", last.get(0).number())
                    .executeUpdate();
        }
    }

    private static Optional<byte[]> at(EntityManager entities, ThingKind kind, long id, int number) {
        return query(entities, " and e.number = :number", kind, id)
                .setParameter("number", number)
                .getResultList()
                .stream()
                .map(VersionEntity::content)
                .findFirst();
    }

    private static TypedQuery<VersionEntity> query(EntityManager entities, String more, ThingKind kind, long id) {
        return entities.createQuery(
                        "select e from VersionEntity e where e.kind = :kind and e.objectId = :id" + more
                                + " order by e.number desc",
                        VersionEntity.class)
                .setParameter("kind", kind.word())
                .setParameter("id", id);
    }

    private static String words(Map<String, Integer> changes) {
        StringBuilder words = new StringBuilder();
        changes.forEach(
                (field, count) -> words.append(field).append(' ').append(count).append('\n'));
        return words.toString();
    }

    private static Map<String, Integer> changes(String words) {
        Map<String, Integer> changes = new LinkedHashMap<>();
        words.lines().map(line -> line.split(" ")).forEach(cells -> changes.put(cells[0], Integer.valueOf(cells[1])));
        return changes;
    }
}
