package dev.karavel.exchange;

import dev.karavel.api.catalog.Repository;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Stored;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Trash;
import dev.karavel.api.catalog.Trashed;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.exchange.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** One import under way: who does it, what may be changed, what was done. */
final class Journal {
    private final Predicate<String> overwrite;
    private final long userId;
    private final boolean shipped;
    private final Trash trash;
    private final List<String> lines = new ArrayList<>();

    Journal(boolean overwrite, long userId, Trash trash) {
        this(kind -> overwrite, userId, trash);
    }

    /** @param overwrite whether things of a kind are changed where they exist */
    Journal(Predicate<String> overwrite, long userId, Trash trash) {
        this(overwrite, userId, false, trash);
    }

    private Journal(Predicate<String> overwrite, long userId, boolean shipped, Trash trash) {
        this.overwrite = overwrite;
        this.userId = userId;
        this.shipped = shipped;
        this.trash = trash;
    }

    /** Of what comes with the server: it gets an owner, but nobody made it, and by that it is known. */
    static Journal shipped(long owner, Trash trash) {
        return new Journal(kind -> false, owner, true, trash);
    }

    Stamp stamp(Optional<Stamp> before) {
        Stamp stamp = before.orElse(Stamp.none());
        return shipped ? stamp : stamp.by(userId);
    }

    long userId() {
        return userId;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    void note(String line) {
        lines.add(line);
    }

    /**
     * The stored thing of the file's uuid: as it is, or made or changed now. One that lies in the trash comes back with all that
     * belonged to it, as the file says.
     *
     * @param make from what is stored, if anything is
     */
    <T extends Stored> T store(
            String kind, String name, Fields file, Repository<T> repository, Function<Optional<T>, T> make) {
        Optional<T> present = repository.find(file.uuid("uuid"));
        if (present.isPresent() && !overwrite.test(kind)) {
            return present.get();
        }
        boolean back = present.isEmpty() && takenBack(kind, file);
        if (back) {
            present = repository.find(file.uuid("uuid"));
        }
        try {
            T saved = repository.save(make.apply(present));
            lines.add((back ? "Restored " : present.isPresent() ? "Changed " : "Made ") + kind + " " + name);
            return saved;
        } catch (KaravelException e) {
            // Another node may have imported the same meanwhile.
            Optional<T> other = e.code() == ErrorCode.CONFLICT ? repository.find(file.uuid("uuid")) : Optional.empty();
            if (present.isEmpty() && other.isPresent()) {
                return other.get();
            }
            throw e.code() == ErrorCode.INVALID_REQUEST && e.field().equals(file.file())
                    ? e
                    : new KaravelException(e.code(), file.file(), file.file() + ": " + e.getMessage(), e);
        }
    }

    private boolean takenBack(String kind, Fields file) {
        Optional<Trashed> lying = ThingKind.named(kind).flatMap(named -> trash.find(named, file.uuid("uuid")));
        try {
            lying.ifPresent(one -> trash.restore(one.kind(), one.id()));
        } catch (KaravelException e) {
            throw new KaravelException(e.code(), file.file(), file.file() + ": " + e.getMessage(), e);
        }
        return lying.isPresent();
    }
}
