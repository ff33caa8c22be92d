package dev.karavel.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.render.Look;
import java.util.Map;
import java.util.Optional;

/**
 * What the drawing script is asked for one chart.
 *
 * @param module address of the plugin's script below {@code /plugins/}, empty where there is nothing to draw
 * @param settings everything but the data, size and theme
 * @param data members of the script's question that are large and JSON already, by name
 * @param tag changes with the data
 */
record Wish(Optional<String> module, String name, ObjectNode settings, Map<String, String> data, String tag) {
    Wish {
        data = Map.copyOf(data);
    }

    /** What the page is told of its type. */
    JsonNode visualization() {
        return settings.path("visualization");
    }

    /** The chart's settings; they may be added to while the wish is put together. */
    ObjectNode formData() {
        return (ObjectNode) settings.get("formData");
    }

    /** As the script reads it. */
    String json(Look look) {
        ObjectNode wanted = settings.deepCopy();
        wanted.put("width", look.width()).put("height", look.height());
        wanted.put("card", look.card()).put("headed", look.titled());
        return filled(wanted, look);
    }

    /** Only the field of a card, of a size, going on with the colours of those before. */
    String json(Look look, double width, double height, boolean continues) {
        ObjectNode wanted = settings.deepCopy();
        wanted.put("width", width).put("height", height);
        wanted.put("card", false).put("headed", false).put("continues", continues);
        return filled(wanted, look);
    }

    private String filled(ObjectNode wanted, Look look) {
        wanted.put("mode", look.dark() ? "dark" : "light").put("locale", look.locale());
        StringBuilder json = new StringBuilder(wanted.toString());
        json.setLength(json.length() - 1);
        data.forEach(
                (name, value) -> json.append(",\"").append(name).append("\":").append(value));
        return json.append('}').toString();
    }

    /** The same chart with words in its place. */
    Wish saying(State state) {
        ObjectNode with = settings.deepCopy();
        with.putObject("state")
                .put("title", state.title())
                .put("text", state.text())
                .put("failed", state.failed());
        return new Wish(Optional.empty(), name, with, Map.of(), "state:" + state);
    }
}
