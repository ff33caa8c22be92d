package dev.karavel.metadata.entity;

import dev.karavel.api.error.KaravelException;
import java.util.Collection;
import java.util.Optional;

/** What fits into a column, said in the words of the request. */
final class Fields {
    private Fields() {}

    /** A text that must be there. */
    static String name(String field, String value, int most) {
        if (value == null || value.isBlank()) {
            throw KaravelException.invalid(field, field + " must not be empty");
        }
        return text(field, value, most);
    }

    /** Null becomes empty. */
    static String text(String field, String value, int most) {
        if (value == null) {
            return "";
        }
        if (value.length() > most) {
            throw KaravelException.invalid(
                    field, field + " has " + value.length() + " characters, at most " + most + " fit");
        }
        return text(field, value);
    }

    /** Of any length. */
    static String text(String field, String value) {
        if (value == null) {
            return "";
        }
        // PostgreSQL cannot store it
        if (value.indexOf('\0') >= 0) {
            throw KaravelException.invalid(field, field + " holds a NUL character");
        }
        return value;
    }

    static String text(String field, Optional<String> value) {
        return value.map(text -> text(field, text)).orElse(null);
    }

    static String text(String field, Optional<String> value, int most) {
        return value.map(text -> text(field, text, most)).orElse(null);
    }

    static String read(String stored) {
        return stored == null ? "" : stored;
    }

    /** Changes only what differs, so that only that is written. */
    static <T> void replace(Collection<T> stored, Collection<T> wanted) {
        stored.retainAll(wanted);
        for (T element : wanted) {
            if (!stored.contains(element)) {
                stored.add(element);
            }
        }
    }
}
