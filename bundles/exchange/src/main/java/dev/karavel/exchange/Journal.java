package dev.karavel.exchange;

import dev.karavel.api.catalog.Repository;
import dev.karavel.api.catalog.Stored;
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
    private final List<String> lines = new ArrayList<>();

    Journal(boolean overwrite, long userId) {
        this(kind -> overwrite, userId);
    }

    /** @param overwrite whether things of a kind are changed where they exist */
    Journal(Predicate<String> overwrite, long userId) {
        this.overwrite = overwrite;
        this.userId = userId;
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
     * The stored thing of the file's uuid: as it is, or made or changed now.
     *
     * @param make from what is stored, if anything is
     */
    <T extends Stored> T store(
            String kind, String name, Fields file, Repository<T> repository, Function<Optional<T>, T> make) {
        Optional<T> present = repository.find(file.uuid("uuid"));
        if (present.isPresent() && !overwrite.test(kind)) {
            return present.get();
        }
        try {
            T saved = repository.save(make.apply(present));
            lines.add((present.isPresent() ? "Changed " : "Made ") + kind + " " + name);
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
}
