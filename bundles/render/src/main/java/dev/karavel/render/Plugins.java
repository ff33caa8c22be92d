package dev.karavel.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.viz.Asset;
import dev.karavel.api.viz.Visualization;
import dev.karavel.api.viz.VisualizationRegistry;
import dev.karavel.render.v8.ModuleSource;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Chart types as the drawing script wants them: their files, descriptors and words. */
final class Plugins implements ModuleSource {
    private static final String SERVED_BELOW = "/plugins/";
    static final ObjectMapper JSON = new ObjectMapper();

    private final VisualizationRegistry registry;

    Plugins(VisualizationRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Optional<String> text(String path) {
        String[] parts = path.split("/", 3);
        return parts.length < 3
                ? Optional.empty()
                : registry.asset(parts[0], parts[1], parts[2])
                        .map(Asset::bytes)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    Optional<Visualization> find(String vizType) {
        return registry.find(vizType);
    }

    /** Address of a type's script as an isolate loads it. */
    static String module(Visualization visualization) {
        String address = visualization.module();
        return address.startsWith(SERVED_BELOW) ? address.substring(SERVED_BELOW.length()) : address;
    }

    /** The descriptor, as the page is told of it. */
    static ObjectNode described(Visualization visualization) {
        ObjectNode described = object(visualization.descriptor());
        described.put("viz_type", visualization.vizType()).put("title", visualization.title());
        return described.put("plugin", visualization.plugin()).put("version", visualization.version());
    }

    /** English, and the language's words over it. */
    ObjectNode messages(Visualization visualization, String locale) {
        String module = module(visualization);
        String folder = module.substring(0, module.lastIndexOf('/') + 1);
        ObjectNode messages = JSON.createObjectNode();
        for (String language : new String[] {"en", locale.split("-")[0]}) {
            text(folder + "messages/" + language + ".json").map(Plugins::object).ifPresent(messages::setAll);
        }
        return messages;
    }

    /** An empty object for what is none. */
    static ObjectNode object(String json) {
        try {
            JsonNode node = JSON.readTree(json.isBlank() ? "{}" : json);
            return node instanceof ObjectNode object ? object : JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
