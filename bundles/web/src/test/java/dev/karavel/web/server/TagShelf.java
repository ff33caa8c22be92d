package dev.karavel.web.server;

import dev.karavel.api.catalog.Tag;
import dev.karavel.api.catalog.Tags;
import dev.karavel.api.catalog.ThingKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tags in memory. */
final class TagShelf extends Shelf<Tag> implements Tags {
    private record Put(long tagId, ThingKind kind, long id) {}

    private final Set<Put> puts = new LinkedHashSet<>();

    @Override
    protected Tag numbered(Tag old, long id) {
        return new Tag(id, UUID.randomUUID(), 1, old.name(), old.description(), old.stamp());
    }

    @Override
    public Optional<Tag> findByName(String name) {
        return all().stream().filter(tag -> tag.name().equalsIgnoreCase(name)).findFirst();
    }

    @Override
    public Map<Long, List<Tag>> on(ThingKind kind, Collection<Long> ids) {
        Map<Long, List<Tag>> found = new HashMap<>();
        puts.stream().filter(put -> put.kind == kind && ids.contains(put.id)).forEach(put -> found.computeIfAbsent(
                        put.id, id -> new ArrayList<>())
                .add(find(put.tagId).orElseThrow()));
        return found;
    }

    @Override
    public Map<ThingKind, List<Long>> under(long tagId) {
        Map<ThingKind, List<Long>> found = new HashMap<>();
        puts.stream().filter(put -> put.tagId == tagId).forEach(put -> found.computeIfAbsent(
                        put.kind, kind -> new ArrayList<>())
                .add(put.id));
        return found;
    }

    @Override
    public void put(long tagId, ThingKind kind, long id) {
        puts.add(new Put(tagId, kind, id));
    }

    @Override
    public boolean take(long tagId, ThingKind kind, long id) {
        return puts.remove(new Put(tagId, kind, id));
    }
}
