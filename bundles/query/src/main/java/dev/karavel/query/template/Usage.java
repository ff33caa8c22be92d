package dev.karavel.query.template;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What the templates of one question did beside writing SQL. For one thread. */
final class Usage {
    private static final int MOST_ASKED = 50;
    private static final String MARKED = "SELECT 1 AS ";

    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> removed = new LinkedHashSet<>();
    private final Set<String> keys = new TreeSet<>();
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final String mark = "karavel_part_" + UUID.randomUUID().toString().replace("-", "") + "_";
    private int asked;

    /** A macro is about to ask the catalog or a warehouse. */
    void asks(String macro) {
        if (++asked > MOST_ASKED) {
            throw new KaravelException(
                    ErrorCode.STATEMENT_REFUSED,
                    macro + "() and its like are called more than " + MOST_ASKED + " times");
        }
    }

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

    /**
     * A stand-in for a statement that becomes part of the rendered one. Templates see the stand-in alone, so that they cannot
     * do one thing where their tables are looked at and another where they are read.
     */
    String part(String statement) {
        String name = mark + parts.size() + "_";
        parts.put(name, statement);
        return name;
    }

    /** With the statements in the place of their stand-ins. */
    String filled(String sql) {
        String filled = sql;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            filled = filled.replace(part.getKey(), part.getValue());
        }
        return filled;
    }

    /** With statements that read nothing in the place of the stand-ins, each known by its only column. */
    String marked(String sql) {
        String marked = sql;
        for (String part : parts.keySet()) {
            marked = marked.replace(part, MARKED + part);
        }
        return marked;
    }

    /** The parts in the place of what {@link #marked} put there. */
    String unmarked(String sql) {
        String filled = sql;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            filled = filled.replace(MARKED + part.getKey(), part.getValue());
        }
        return filled;
    }

    /** With statements that read nothing in the place of the stand-ins. */
    String hollow(String sql) {
        String hollow = sql;
        for (String part : parts.keySet()) {
            hollow = hollow.replace(part, "SELECT 1 AS one");
        }
        return hollow;
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
}
