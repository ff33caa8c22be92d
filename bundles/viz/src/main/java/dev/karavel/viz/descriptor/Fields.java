package dev.karavel.viz.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Reads the fields of a JSON object, and says where one is wrong. */
record Fields(String file, String path, JsonNode node) {
    Refused refused(String field, String message) {
        return new Refused(file, path + field, message);
    }

    String text(String field) throws Refused {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw refused(field, "a text is missing");
        }
        return value.textValue();
    }

    String text(String field, String fallback) throws Refused {
        return node.path(field).isMissingNode() ? fallback : text(field);
    }

    int number(String field, int fallback) throws Refused {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !(value.canConvertToInt() && value.intValue() >= 0)) {
            throw refused(field, "a whole number from 0 is needed");
        }
        return value.isMissingNode() ? fallback : value.intValue();
    }

    List<JsonNode> list(String field) throws Refused {
        JsonNode value = node.path(field);
        if (!(value instanceof MissingNode) && !value.isArray()) {
            throw refused(field, "a list is needed");
        }
        List<JsonNode> list = new ArrayList<>();
        value.forEach(list::add);
        return list;
    }

    List<String> texts(String field) throws Refused {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : list(field)) {
            if (!each.isTextual()) {
                throw refused(field, "a list of texts is needed");
            }
            texts.add(each.textValue());
        }
        return texts;
    }

    Fields object(String field) throws Refused {
        if (!node.path(field).isObject()) {
            throw refused(field, "an object is missing");
        }
        return new Fields(file, path + field + ".", node.path(field));
    }

    /** An object as it is or a list of them, at least one. */
    List<Fields> objects(String field) throws Refused {
        if (!node.path(field).isArray()) {
            return List.of(object(field));
        }
        List<Fields> objects = new ArrayList<>();
        for (JsonNode each : node.path(field)) {
            String place = path + field + "[" + objects.size() + "].";
            if (!each.isObject()) {
                throw new Refused(file, place.substring(0, place.length() - 1), "an object is needed");
            }
            objects.add(new Fields(file, place, each));
        }
        if (objects.isEmpty()) {
            throw refused(field, "an object is missing");
        }
        return objects;
    }

    <E> E choice(String field, E[] choices, Function<E, String> word, E fallback) throws Refused {
        String text = text(field, word.apply(fallback));
        for (E choice : choices) {
            if (word.apply(choice).equals(text)) {
                return choice;
            }
        }
        throw refused(
                field,
                "\"" + text + "\" is none of "
                        + Arrays.stream(choices).map(word).toList());
    }
}
