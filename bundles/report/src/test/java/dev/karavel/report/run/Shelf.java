package dev.karavel.report.run;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Repository;
import dev.karavel.api.catalog.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;

/** A repository in memory. */
class Shelf<T extends Stored> implements Repository<T> {
    final Map<Long, T> things = new TreeMap<>();
    private final BiFunction<T, Long, T> numbered;

    Shelf(BiFunction<T, Long, T> numbered) {
        this.numbered = numbered;
    }

    @Override
    public Optional<T> find(long id) {
        return Optional.ofNullable(things.get(id));
    }

    @Override
    public Optional<T> find(UUID uuid) {
        return things.values().stream()
                .filter(thing -> thing.uuid().equals(uuid))
                .findFirst();
    }

    @Override
    public List<T> find(Iterable<Long> ids) {
        List<T> found = new ArrayList<>();
        ids.forEach(id -> find(id).ifPresent(found::add));
        return found;
    }

    @Override
    public Page<T> list(ListQuery query) {
        return new Page<>(List.copyOf(things.values()), things.size());
    }

    @Override
    public T save(T thing) {
        T saved = thing.id() == 0 ? numbered.apply(thing, things.size() + 1L) : thing;
        things.put(saved.id(), saved);
        return saved;
    }

    @Override
    public boolean delete(long id) {
        return things.remove(id) != null;
    }
}
