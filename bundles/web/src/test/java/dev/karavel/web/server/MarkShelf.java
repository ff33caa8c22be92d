package dev.karavel.web.server;

import dev.karavel.api.catalog.Favorites;
import dev.karavel.api.catalog.ThingKind;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Favourites in memory. */
final class MarkShelf implements Favorites {
    private record Mark(long userId, ThingKind kind, long id) {}

    private final Set<Mark> marks = new HashSet<>();

    @Override
    public Set<Long> of(long userId, ThingKind kind) {
        return marks.stream()
                .filter(mark -> mark.userId == userId && mark.kind == kind)
                .map(Mark::id)
                .collect(Collectors.toSet());
    }

    @Override
    public void mark(long userId, ThingKind kind, long id) {
        marks.add(new Mark(userId, kind, id));
    }

    @Override
    public void unmark(long userId, ThingKind kind, long id) {
        marks.remove(new Mark(userId, kind, id));
    }
}
