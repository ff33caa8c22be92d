package dev.karavel.web.favorite;

import dev.karavel.api.catalog.Favorites;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.web.list.Ids;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What somebody marked, as Superset's clients ask. */
@Component(service = FavoriteMarks.class)
public final class FavoriteMarks {
    private final Favorites favorites;

    @Activate
    public FavoriteMarks(@Reference Favorites favorites) {
        this.favorites = favorites;
    }

    public Map<String, Object> status(long userId, ThingKind kind, String q) {
        List<Long> asked = Ids.parse(q);
        Set<Long> marked = favorites.of(userId, kind);
        return Map.of(
                "result",
                asked.stream()
                        .map(id -> Map.of("id", id, "value", marked.contains(id)))
                        .toList());
    }

    public Map<String, Object> mark(long userId, ThingKind kind, long id) {
        favorites.mark(userId, kind, id);
        return Map.of("result", "OK");
    }

    public Map<String, Object> unmark(long userId, ThingKind kind, long id) {
        favorites.unmark(userId, kind, id);
        return Map.of("result", "OK");
    }
}
