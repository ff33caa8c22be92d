package dev.karavel.shell;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Repository;
import dev.karavel.api.catalog.Stored;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Holds a list; remembers what it was asked for. */
abstract class FakeRepository<T extends Stored> implements Repository<T> {
    private final List<T> things;
    ListQuery asked;

    FakeRepository(List<T> things) {
        this.things = things;
    }

    List<T> things() {
        return things;
    }

    @Override
    public Page<T> list(ListQuery query) {
        asked = query;
        return new Page<>(things, things.size());
    }

    @Override
    public Optional<T> find(long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<T> find(UUID uuid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<T> find(Iterable<Long> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public T save(T thing) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean delete(long id) {
        throw new UnsupportedOperationException();
    }
}
