package dev.karavel.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code karavel/<viz_type>} as it lies in a module's output. */
record ChartFolder(Path root, String id) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every folder below {@code root} that has a descriptor. */
    static List<ChartFolder> in(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve("visualization.json")))
                    .map(folder -> new ChartFolder(root, folder.getFileName().toString()))
                    .sorted(java.util.Comparator.comparing(ChartFolder::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name(String file) {
        return "karavel/" + id + "/" + file;
    }

    Path path(String file) {
        return root.resolve(id).resolve(file);
    }

    boolean has(String file) {
        return Files.isRegularFile(path(file));
    }

    byte[] bytes(String file) {
        try {
            return Files.readAllBytes(path(file));
        } catch (IOException e) {
            throw new AssertionError(name(file) + " is missing", e);
        }
    }

    JsonNode json(String file) {
        try {
            return JSON.readTree(bytes(file));
        } catch (JsonProcessingException e) {
            throw new AssertionError(name(file) + " is not JSON: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The English words of the chart, or null if it has none. */
    JsonNode messages() {
        return has("messages/en.json") ? json("messages/en.json") : NullNode.getInstance();
    }
}
