package dev.karavel.query.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the templates of one question did beside writing SQL. For one thread. */
final class Usage {
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> removed = new LinkedHashSet<>();
    private final Set<String> keys = new TreeSet<>();
    private final List<String> tables = new ArrayList<>();

    /** Templates asked for the filters on a column, and perhaps take them out of the question. */
    void filter(String column, boolean remove) {
        used.add(column);
        if (remove) {
            removed.add(column);
        }
    }

    void key(String name, Object value) {
        keys.add(name + "=" + value);
    }

    /** A statement that is part of the rendered one, and whose tables the asker may read. */
    void granted(String statement) {
        tables.add(statement);
    }

    Set<String> used() {
        return used;
    }

    Set<String> removed() {
        return removed;
    }

    List<String> keys() {
        return List.copyOf(keys);
    }

    List<String> granted() {
        return tables;
    }
}
