package dev.karavel.exchange.file;

import dev.karavel.api.catalog.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What tags mean; what they are on stands in the files of those things. */
public final class TagFile {
    private TagFile() {}

    public static Map<String, Object> of(Collection<Tag> tags) {
        List<Map<String, String>> list = tags.stream()
                .map(tag -> Map.of("tag_name", tag.name(), "description", tag.description()))
                .toList();
        return Map.of("tags", list);
    }
}
