package dev.karavel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.viz.descriptor.Descriptor;
import dev.karavel.viz.descriptor.DescriptorReader;
import dev.karavel.viz.descriptor.Refused;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the server would refuse, and what people would miss. */
final class DescriptorCheck {
    private static final DescriptorReader READER = new DescriptorReader();
    private static final Set<String> CATEGORIES = Set.of(
            "Evolution",
            "Part of a whole",
            "Ranking",
            "Correlation",
            "Distribution",
            "KPI",
            "Table",
            "Flow",
            "Map",
            "Other");
    private static final Set<String> BEHAVIOURS = Set.of("crossFilter", "drill");

    private DescriptorCheck() {}

    /** The descriptor as the server reads it. */
    static Descriptor read(ChartFolder folder) {
        String file = folder.name("visualization.json");
        try {
            return READER.read(file, folder.id(), folder.bytes("visualization.json"), List.of("en"));
        } catch (Refused e) {
            throw new AssertionError("The server would refuse this: " + e.getMessage(), e);
        }
    }

    static void check(ChartFolder folder) {
        Descriptor descriptor = read(folder);
        assertThat(descriptor.description())
                .as("description in one sentence")
                .isNotBlank()
                .endsWith(".");
        assertThat(CATEGORIES).as("category").contains(descriptor.category());
        assertThat(folder.has("index.js")).as(folder.name("index.js")).isTrue();
        JsonNode root = tree(descriptor.json());
        root.path("behaviours")
                .forEach(each -> assertThat(BEHAVIOURS).as("behaviours").contains(each.asText()));
        Set<String> names = controlNames(root);
        for (JsonNode section : root.path("controls")) {
            for (JsonNode control : section.path("controls")) {
                check(control, names);
            }
        }
    }

    static Set<String> controlNames(JsonNode descriptor) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode section : descriptor.path("controls")) {
            for (JsonNode control : section.path("controls")) {
                String name = control.path("name").asText();
                assertThat(names.add(name))
                        .as("control " + name + " stands once")
                        .isTrue();
            }
        }
        return names;
    }

    static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void check(JsonNode control, Set<String> names) {
        String name = control.path("name").asText();
        JsonNode schema = control.path("schema");
        assertThat(List.of(schema.has("type"), schema.has("oneOf"), schema.has("enum")))
                .as("schema of " + name + " says a type, oneOf or enum")
                .contains(true);
        JsonNode choices = schema.path("oneOf");
        JsonNode preset = schema.path("default");
        if (choices.isArray() && !preset.isMissingNode()) {
            assertThat(choices.findValues("const"))
                    .as("default of " + name + " is one of its choices")
                    .contains(preset);
        }
        control.path("visibleWhen").fieldNames().forEachRemaining(other -> assertThat(names)
                .as(name + " is visible by a control of this chart")
                .contains(other));
    }
}
