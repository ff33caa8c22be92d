package dev.karavel.exchange;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Tag;
import dev.karavel.api.catalog.Tags;
import dev.karavel.api.catalog.ThingKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tags in memory. */
final class KeptTags implements Tags {
    private record Mark(long tag, ThingKind kind, long id) {}

    private final Map<Long, Tag> tags = new LinkedHashMap<>();
    private final List<Mark> marks = new ArrayList<>();

    @Override
    public Optional<Tag> findByName(String name) {
        return tags.values().stream()
                .filter(tag -> tag.name().equalsIgnoreCase(name))
                .findFirst();
    }

    @Override
    public Map<Long, List<Tag>> on(ThingKind kind, Collection<Long> ids) {
        Map<Long, List<Tag>> on = new LinkedHashMap<>();
        marks.stream()
                .filter(mark -> mark.kind() == kind && ids.contains(mark.id()))
                .forEach(mark ->
                        on.computeIfAbsent(mark.id(), id -> new ArrayList<>()).add(tags.get(mark.tag())));
        return on;
    }

    @Override
    public Map<ThingKind, List<Long>> under(long tagId) {
        return Map.of();
    }

    @Override
    public void put(long tagId, ThingKind kind, long id) {
        Mark mark = new Mark(tagId, kind, id);
        if (!marks.contains(mark)) {
            marks.add(mark);
        }
    }

    @Override
    public boolean take(long tagId, ThingKind kind, long id) {
        return marks.remove(new Mark(tagId, kind, id));
    }

    @Override
    public Optional<Tag> find(long id) {
        return Optional.ofNullable(tags.get(id));
    }

    @Override
    public Optional<Tag> find(UUID uuid) {
        return Optional.empty();
    }

    @Override
    public List<Tag> find(Iterable<Long> ids) {
        return List.of();
    }

    @Override
    public Page<Tag> list(ListQuery query) {
        return new Page<>(List.copyOf(tags.values()), tags.size());
    }

    @Override
    public Tag save(Tag tag) {
        long id = tags.size() + 1L;
        tags.put(id, new Tag(id, tag.uuid(), 1, tag.name(), tag.description(), tag.stamp()));
        return tags.get(id);
    }

    @Override
    public boolean delete(long id) {
        return tags.remove(id) != null;
    }
}
