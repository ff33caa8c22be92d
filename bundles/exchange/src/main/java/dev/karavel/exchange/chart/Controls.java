package dev.karavel.exchange.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Changes of form data; a control that already has its new name is left alone. */
record Controls(Map<String, Object> values) {
    List<Object> list(String name) {
        Object value = values.get(name);
        return value instanceof List<?> list ? new ArrayList<>(list) : value == null ? List.of() : List.of(value);
    }

    List<Object> joined(List<Object> one, List<Object> other) {
        List<Object> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }

    void put(String name, Object value) {
        values.put(name, value);
    }

    void remove(String name) {
        values.remove(name);
    }

    void copy(String from, String to) {
        if (values.get(from) != null) {
            values.putIfAbsent(to, values.get(from));
        }
    }

    void rename(String from, String to) {
        copy(from, to);
        values.remove(from);
    }

    /** The first of several becomes the only one. */
    void first(String from, String to) {
        list(from).stream().findFirst().ifPresent(value -> values.putIfAbsent(to, value));
        values.remove(from);
    }

    /** A single one becomes a list. */
    void wrap(String from, String to) {
        if (values.get(from) != null) {
            values.putIfAbsent(to, list(from));
        }
        values.remove(from);
    }
}
