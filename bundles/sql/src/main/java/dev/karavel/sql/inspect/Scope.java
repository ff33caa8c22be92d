package dev.karavel.sql.inspect;

import java.util.HashSet;
import java.util.Set;

/** The names given by WITH that are known at a place of a statement. */
final class Scope {
    private final Scope outer;
    private final Set<String> names = new HashSet<>();

    Scope(Scope outer) {
        this.outer = outer;
    }

    void add(String name) {
        names.add(name);
    }

    boolean contains(String name) {
        return names.contains(name) || outer != null && outer.contains(name);
    }
}
