package dev.karavel.web.server;

import dev.karavel.api.catalog.SavedVersion;
import dev.karavel.api.catalog.Stored;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a test says things looked like. */
final class VersionShelf implements Versions {
    private record Entry(ThingKind kind, Stored thing, SavedVersion version) {}

    private final List<Entry> entries = new ArrayList<>();

    void add(ThingKind kind, Stored thing, SavedVersion version) {
        entries.add(0, new Entry(kind, thing, version));
    }

    @Override
    public List<SavedVersion> of(ThingKind kind, long id) {
        return entries.stream()
                .filter(entry -> entry.kind == kind && entry.thing.id() == id)
                .map(Entry::version)
                .toList();
    }

    @Override
    public <T extends Stored> Optional<T> find(ThingKind kind, Class<T> type, long id, int number) {
        return entries.stream()
                .filter(entry -> entry.kind == kind && entry.thing.id() == id && entry.version.number() == number)
                .map(entry -> type.cast(entry.thing))
                .findFirst();
    }
}
