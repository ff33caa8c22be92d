package dev.karavel.web.server;

import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Trash;
import dev.karavel.api.catalog.Trashed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a test says was deleted; to have it back only takes it out. */
final class TrashShelf implements Trash {
    final List<Trashed> deleted = new ArrayList<>();

    @Override
    public List<Trashed> all() {
        return List.copyOf(deleted);
    }

    @Override
    public Optional<Trashed> find(ThingKind kind, long id) {
        return deleted.stream()
                .filter(one -> one.kind() == kind && one.id() == id)
                .findFirst();
    }

    @Override
    public Optional<Trashed> find(ThingKind kind, UUID uuid) {
        return Optional.empty();
    }

    @Override
    public void restore(ThingKind kind, long id) {
        erase(kind, id);
    }

    @Override
    public boolean erase(ThingKind kind, long id) {
        return deleted.removeIf(one -> one.kind() == kind && one.id() == id);
    }

    @Override
    public Instant end(Instant deletedOn) {
        return deletedOn.plus(Duration.ofDays(30));
    }
}
