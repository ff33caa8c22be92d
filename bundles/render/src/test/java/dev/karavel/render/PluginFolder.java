package dev.karavel.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.render.v8.ModuleSource;
import dev.karavel.viz.descriptor.DescriptorReader;
import dev.karavel.viz.descriptor.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chart plugins as their sources lie in this repository; the address of a module is {@code <plugin>/1/<type>/index.js}. */
public final class PluginFolder implements ModuleSource {
    public static final ObjectMapper JSON = new ObjectMapper();

    private final Path own;
    private final Path shared = Path.of("../../plugins/viz-shared/karavel");

    public PluginFolder(String plugin) {
        own = Path.of("../../plugins", plugin, "src/main/resources/karavel");
    }

    public List<String> types() {
        try (Stream<Path> folders = Files.list(own)) {
            return folders.filter(folder -> Files.exists(folder.resolve("visualization.json")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String module(String type) {
        return "test.plugin/1/" + type + "/index.js";
    }

    @Override
    public Optional<String> text(String path) {
        String inside = path.split("/", 3)[2];
        try {
            for (Path root : List.of(own, shared)) {
                if (Files.isRegularFile(root.resolve(inside))) {
                    return Optional.of(Files.readString(root.resolve(inside)));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode read(String path) {
        try {
            return JSON.readTree(own.resolve(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the server tells it to whoever draws: the descriptor with shared controls spelled out. */
    public ObjectNode visualization(String type) {
        try {
            byte[] bytes = Files.readAllBytes(own.resolve(type).resolve("visualization.json"));
            String json = new DescriptorReader()
                    .read("visualization.json", type, bytes, List.of())
                    .json();
            ObjectNode node = (ObjectNode) JSON.readTree(json);
            return node.put("viz_type", type).put("plugin", "test.plugin").put("version", "1");
        } catch (IOException | Refused e) {
            throw new IllegalStateException(type, e);
        }
    }

    public JsonNode samples(String type) {
        return read(type + "/gallery.json");
    }

    /** What the drawing script is asked for a sample. */
    public ObjectNode wanted(String type, JsonNode sample, int width, int height, String mode) {
        ObjectNode wanted = JSON.createObjectNode();
        wanted.put("width", width).put("height", height).put("mode", mode).put("locale", "en");
        wanted.put("title", sample.path("title").asText()).put("card", true).put("headed", true);
        ObjectNode form = sample.path("formData").deepCopy();
        wanted.set("formData", form.put("viz_type", type));
        wanted.set("visualization", visualization(type));
        wanted.set(
                "messages",
                Files.exists(own.resolve(type + "/messages/en.json"))
                        ? read(type + "/messages/en.json")
                        : JSON.createObjectNode());
        wanted.set(
                "samples",
                sample.has("results")
                        ? sample.get("results")
                        : JSON.createArrayNode()
                                .add(JSON.createObjectNode()
                                        .<ObjectNode>set("columns", sample.get("columns"))
                                        .set("values", sample.get("values"))));
        if (sample.has("annotations")) {
            wanted.set("annotations", sample.get("annotations"));
        }
        return wanted;
    }
}
