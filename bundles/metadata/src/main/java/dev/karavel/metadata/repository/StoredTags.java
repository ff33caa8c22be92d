package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Tag;
import dev.karavel.api.catalog.Tags;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.event.Topics;
import dev.karavel.metadata.entity.TagEntity;
import dev.karavel.metadata.entity.TaggedEntity;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredTags extends StoredRepository<TagEntity, Tag> implements Tags {
    private static final Kind<TagEntity> KIND = new Kind<>(
            TagEntity.class,
            "Tag",
            "tag",
            Topics.TAG_CHANGED,
            " left join e.creator creator left join e.changer changer",
            new ListColumns("tags", "name", false)
                    .text("name", "e.name")
                    .text("description", "e.description")
                    .search("name", "tag_all_text", "e.name", "e.description")
                    .favorites("tag")
                    .stamped());

    @Activate
    public StoredTags(@Reference Transactions transactions, @Reference EventAdmin events) {
        super(KIND, transactions, events);
    }

    @Override
    TagEntity fresh() {
        return new TagEntity();
    }

    /** They belong to nobody: who may read tags is shown all of them. */
    @Override
    void limit(Visibility.Limited visibility, Where where) {
        where.and("1 = 0");
    }

    @Override
    public Optional<Tag> findByName(String name) {
        return findFirst("e.nameKey = ?1", TagEntity.key(name));
    }

    @Override
    public Map<Long, List<Tag>> on(ThingKind kind, Collection<Long> ids) {
        Map<Long, List<Tag>> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        List<Object[]> rows = transactions().read(entities -> entities
                .createQuery(
                        "select o.objectId, t from TaggedEntity o join o.tag t where o.kind = :kind and o.objectId in :ids"
                                + " order by t.nameKey",
                        Object[].class)
                .setParameter("kind", kind.word())
                .setParameter("ids", new ArrayList<>(ids))
                .getResultList()
                .stream()
                .map(row -> new Object[] {row[0], ((TagEntity) row[1]).read()})
                .toList());
        rows.forEach(row ->
                found.computeIfAbsent((Long) row[0], id -> new ArrayList<>()).add((Tag) row[1]));
        return found;
    }

    @Override
    public Map<ThingKind, List<Long>> under(long tagId) {
        Map<ThingKind, List<Long>> found = new EnumMap<>(ThingKind.class);
        List<Object[]> rows = transactions().read(entities -> entities
                .createQuery(
                        "select o.kind, o.objectId from TaggedEntity o where o.tagId = :tag order by o.objectId",
                        Object[].class)
                .setParameter("tag", tagId)
                .getResultList()
                .stream()
                .toList());
        rows.forEach(row -> ThingKind.named((String) row[0])
                .ifPresent(kind ->
                        found.computeIfAbsent(kind, any -> new ArrayList<>()).add((Long) row[1])));
        return found;
    }

    @Override
    public void put(long tagId, ThingKind kind, long id) {
        transactions().write(entities -> {
            remove(entities, tagId, kind, id);
            entities.persist(new TaggedEntity(tagId, kind.word(), id));
            return id;
        });
        announce(tagId, false);
    }

    @Override
    public boolean take(long tagId, ThingKind kind, long id) {
        boolean taken = transactions().write(entities -> remove(entities, tagId, kind, id)) > 0;
        if (taken) {
            announce(tagId, false);
        }
        return taken;
    }

    private static int remove(EntityManager entities, long tagId, ThingKind kind, long id) {
        return entities.createQuery(
                        "delete from TaggedEntity o where o.tagId = :tag and o.kind = :kind and o.objectId = :id")
                .setParameter("tag", tagId)
                .setParameter("kind", kind.word())
                .setParameter("id", id)
                .executeUpdate();
    }
}
