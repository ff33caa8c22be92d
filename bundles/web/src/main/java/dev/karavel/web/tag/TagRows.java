package dev.karavel.web.tag;

import dev.karavel.api.catalog.Tag;
import dev.karavel.api.catalog.Tags;
import dev.karavel.api.catalog.ThingKind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tags of things as the lists of these things show them. */
@Component(service = TagRows.class)
public final class TagRows {
    private final Tags tags;

    @Activate
    public TagRows(@Reference Tags tags) {
        this.tags = tags;
    }

    /** In one question for all of them. */
    public void put(ThingKind kind, Collection<Map<String, Object>> rows) {
        Map<Long, List<Tag>> found =
                tags.on(kind, rows.stream().map(row -> (Long) row.get("id")).toList());
        rows.forEach(row -> row.put(
                "tags",
                found.getOrDefault(row.get("id"), List.of()).stream()
                        .map(TagRows::brief)
                        .toList()));
    }

    static Map<String, Object> brief(Tag tag) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", tag.id());
        row.put("name", tag.name());
        row.put("type", 1);
        return row;
    }
}
