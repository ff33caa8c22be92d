package dev.karavel.query.post;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.PostProcessing;
import dev.karavel.spi.data.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A step's options by the shape they should have. */
record Options(PostProcessing step) {
    String text(String name, String fallback) {
        return step.options().get(name) instanceof String text ? text : fallback;
    }

    int number(String name, int fallback) {
        return step.options().get(name) instanceof Number number ? number.intValue() : fallback;
    }

    boolean flag(String name, boolean fallback) {
        return step.options().get(name) instanceof Boolean flag ? flag : fallback;
    }

    List<String> names(String name) {
        Object value = step.options().get(name);
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : value instanceof String text && !text.isEmpty() ? List.of(text) : List.of();
    }

    List<?> values(String name) {
        return step.options().get(name) instanceof List<?> list ? list : List.of();
    }

    /** The option's object in its order; a list of names stands for names onto themselves. */
    Map<String, Object> map(String name) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (step.options().get(name) instanceof Map<?, ?> given) {
            given.forEach((key, value) -> map.put(String.valueOf(key), value));
        } else {
            names(name).forEach(each -> map.put(each, each));
        }
        return map;
    }

    int column(Table table, String column) {
        int index = table.indexOf(column);
        if (index < 0) {
            throw wrong("there is no column \"" + column + "\" in the result");
        }
        return index;
    }

    KaravelException wrong(String what) {
        return KaravelException.invalid("post_processing", "Operation " + step.operation() + ": " + what);
    }
}
