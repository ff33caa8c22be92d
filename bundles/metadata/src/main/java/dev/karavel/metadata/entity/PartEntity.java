package dev.karavel.metadata.entity;

import dev.karavel.api.error.KaravelException;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** A column or metric: it lives and is versioned with its dataset. */
@MappedSuperclass
public abstract class PartEntity<R> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "uuid", length = 36)
    private String uuid;

    @Column(name = "ordinal")
    private int ordinal;

    /** What a record and a row can be the same by. */
    protected record Identity(long id, UUID uuid, String name) {}

    protected abstract Identity identity(R from);

    protected abstract String name();

    protected abstract R read();

    protected abstract void write(R from);

    protected long id() {
        return id;
    }

    protected UUID uuid() {
        return UUID.fromString(uuid);
    }

    static <R> List<R> read(List<? extends PartEntity<R>> parts) {
        Comparator<PartEntity<R>> byPosition = Comparator.comparingInt(part -> part.ordinal);
        return parts.stream().sorted(byPosition).map(PartEntity::read).toList();
    }

    /** Rows keep their ids where a record has the same id, else the same uuid, else the same name. */
    static <R, E extends PartEntity<R>> void replace(String field, List<E> stored, List<R> wanted, Supplier<E> fresh) {
        List<E> free = new ArrayList<>(stored);
        List<E> chosen = new ArrayList<>(Collections.nCopies(wanted.size(), null));
        List<BiPredicate<E, Identity>> rules = List.of(
                (part, from) -> from.id() != 0 && part.id() == from.id(),
                (part, from) -> part.uuid().equals(from.uuid()),
                (part, from) -> part.name().equals(from.name()));
        for (BiPredicate<E, Identity> rule : rules) {
            for (int i = 0; i < wanted.size(); i++) {
                if (chosen.get(i) == null) {
                    chosen.set(i, taken(free, wanted.get(i), rule));
                }
            }
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            R from = wanted.get(i);
            E part = chosen.get(i);
            if (part == null) {
                part = fresh.get();
                stored.add(part);
            }
            part.take(from, i);
            if (!names.add(part.name())) {
                throw KaravelException.invalid(field, "There are two " + field + " named " + part.name());
            }
        }
        stored.removeAll(free);
    }

    private static <R, E extends PartEntity<R>> E taken(List<E> free, R from, BiPredicate<E, Identity> rule) {
        for (E part : free) {
            if (rule.test(part, part.identity(from))) {
                free.remove(part);
                return part;
            }
        }
        return null;
    }

    final void take(R from, int position) {
        ordinal = position;
        if (uuid == null) {
            UUID wanted = identity(from).uuid();
            uuid = (wanted == null ? UUID.randomUUID() : wanted).toString();
        }
        write(from);
    }
}
