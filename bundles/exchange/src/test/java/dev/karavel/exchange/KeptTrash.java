package dev.karavel.exchange;

import dev.karavel.api.catalog.Stored;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Trash;
import dev.karavel.api.catalog.Trashed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A trash in memory. */
final class KeptTrash implements Trash {
    private final List<Lying<?>> lying = new ArrayList<>();

    private record Lying<T extends Stored>(Trashed about, Catalog.Kept<T> from, T thing) {
        void back() {
            from.things.put(thing.id(), thing);
        }
    }

    <T extends Stored> void put(ThingKind kind, Catalog.Kept<T> from, T thing, Set<Long> owners) {
        from.things.remove(thing.id());
        lying.add(new Lying<>(new Trashed(kind, thing.id(), "", owners, Instant.EPOCH), from, thing));
    }

    @Override
    public List<Trashed> all() {
        return lying.stream().<Trashed>map(Lying::about).toList();
    }

    @Override
    public Optional<Trashed> find(ThingKind kind, long id) {
        return all().stream()
                .filter(one -> one.kind() == kind && one.id() == id)
                .findFirst();
    }

    @Override
    public Optional<Trashed> find(ThingKind kind, UUID uuid) {
        return lying.stream()
                .filter(one -> one.about().kind() == kind && one.thing().uuid().equals(uuid))
                .<Trashed>map(Lying::about)
                .findFirst();
    }

    @Override
    public void restore(ThingKind kind, long id) {
        Trashed about = find(kind, id).orElseThrow();
        lying.stream().filter(one -> one.about() == about).forEach(Lying::back);
        erase(kind, id);
    }

    @Override
    public boolean erase(ThingKind kind, long id) {
        return lying.removeIf(one -> one.about().kind() == kind && one.about().id() == id);
    }

    @Override
    public Instant end(Instant deletedOn) {
        return deletedOn;
    }
}
