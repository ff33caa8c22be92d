package dev.karavel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.viz.descriptor.SharedControls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Translations of descriptors, {@code karavel/texts/<language>.json}: English text as the descriptor has it → the same in that language. */
final class TextsCheck {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORD = ".*\\p{L}{2}.*";

    private TextsCheck() {}

    /** @param complete languages in which nothing may be missing */
    static void check(Path root, Set<String> complete) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> owed = new LinkedHashSet<>();
        for (ChartFolder folder : ChartFolder.in(root)) {
            JsonNode written = folder.json("visualization.json");
            collect(written, owed);
            collect(DescriptorCheck.tree(DescriptorCheck.read(folder).json()), all);
            written.path("controls")
                    .forEach(section -> all.add(section.path("section").asText()));
        }
        owed.removeAll(ofTheHouse());
        owed.removeIf(text -> !text.matches("(?s)" + WORD));
        for (Path file : files(root)) {
            JsonNode texts = read(file);
            texts.properties().forEach(each -> assertThat(each.getValue().asText())
                    .as(file.getFileName() + ": " + each.getKey())
                    .isNotBlank());
            assertThat(all).as(file + " translates what descriptors say").containsAll(() -> texts.fieldNames());
        }
        for (String language : complete) {
            JsonNode texts = read(root.resolve("texts/" + language + ".json"));
            assertThat(owed)
                    .as("texts without a translation in texts/" + language + ".json")
                    .allMatch(texts::has);
        }
    }

    private static void collect(JsonNode descriptor, Set<String> into) {
        add(descriptor, into);
        descriptor.path("controls").forEach(section -> section.path("controls")
                .forEach(control -> ofControl(control, into)));
    }

    private static void ofControl(JsonNode control, Set<String> into) {
        add(control, into);
        for (JsonNode schema :
                List.of(control.path("schema"), control.path("schema").path("items"))) {
            schema.path("oneOf").forEach(choice -> add(choice, into));
        }
    }

    private static void add(JsonNode holder, Set<String> into) {
        for (String name : List.of("title", "description")) {
            if (holder.path(name).isTextual()) {
                into.add(holder.get(name).textValue());
            }
        }
    }

    private static Set<String> ofTheHouse() {
        Set<String> texts = new LinkedHashSet<>();
        try (InputStream shared = SharedControls.class.getResourceAsStream("controls.json")) {
            JSON.readTree(shared).forEach(control -> ofControl(control, texts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static List<Path> files(Path root) {
        if (!Files.isDirectory(root.resolve("texts"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(root.resolve("texts"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new AssertionError(file + " is no JSON: " + e.getMessage(), e);
        }
    }
}
