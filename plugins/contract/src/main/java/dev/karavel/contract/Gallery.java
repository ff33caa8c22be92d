package dev.karavel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.viz.descriptor.Descriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The samples of a chart: what people see before they have data, and what the tests draw. */
final class Gallery {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TYPES = Set.of("text", "number", "time", "boolean");
    private static final Set<String> EVERYWHERE = Set.of("viz_type", "datasource", "slice_id");

    private Gallery() {}

    static void check(ChartFolder folder) {
        JsonNode samples = folder.json("gallery.json");
        assertThat(samples.isArray() && !samples.isEmpty())
                .as("gallery.json is a list of at least one sample")
                .isTrue();
        Set<String> controls = DescriptorCheck.controlNames(
                DescriptorCheck.tree(DescriptorCheck.read(folder).json()));
        for (JsonNode sample : samples) {
            String title = sample.path("title").asText();
            assertThat(title).as("title of a sample").isNotBlank();
            sample.path("formData").fieldNames().forEachRemaining(name -> assertThat(
                            controls.contains(name) || EVERYWHERE.contains(name))
                    .as("formData." + name + " of \"" + title + "\" is a control of this chart")
                    .isTrue());
            results(sample).forEach(result -> checkRows(title, result));
            checkAnnotations(title, sample);
        }
    }

    /** One a question: {@code results}, or the sample itself where there is only one. */
    private static ArrayNode results(JsonNode sample) {
        if (sample.path("results") instanceof ArrayNode results) {
            return results;
        }
        ObjectNode only = JSON.createObjectNode();
        only.set("columns", sample.path("columns"));
        only.set("values", sample.path("values"));
        return JSON.createArrayNode().add(only);
    }

    private static void checkAnnotations(String title, JsonNode sample) {
        sample.path("annotations").fieldNames().forEachRemaining(name -> {
            assertThat(sample.path("formData").path("annotation_layers").findValuesAsText("name"))
                    .as("annotation_layers of \"" + title + "\" have a layer " + name)
                    .contains(name);
            assertThat(sample.path("annotations").path(name).path("records").isArray())
                    .as("records of layer " + name)
                    .isTrue();
        });
    }

    private static void checkRows(String title, JsonNode result) {
        JsonNode columns = result.path("columns");
        JsonNode values = result.path("values");
        assertThat(values.size()).as("lists of values of \"" + title + "\"").isEqualTo(columns.size());
        int rows = values.path(0).size();
        for (int index = 0; index < columns.size(); index++) {
            JsonNode column = columns.get(index);
            String name = column.path("name").asText();
            assertThat(TYPES).as("type of " + name).contains(column.path("type").asText());
            assertThat(column.path("label").asText()).as("label of " + name).isNotBlank();
            assertThat(values.get(index).size()).as("values of " + name).isEqualTo(rows);
        }
        assertThat(rows).as("rows of \"" + title + "\"").isPositive();
    }

    /** The samples as cases, the descriptor's defaults filled in as the host does it. */
    static List<Case> cases(ChartFolder folder) {
        Descriptor descriptor = DescriptorCheck.read(folder);
        JsonNode messages = folder.messages();
        List<Case> cases = new ArrayList<>();
        for (JsonNode sample : folder.json("gallery.json")) {
            ObjectNode form = JSON.createObjectNode();
            for (Map.Entry<String, Object> preset : descriptor.defaults().entrySet()) {
                form.set(preset.getKey(), JSON.valueToTree(preset.getValue()));
            }
            form.setAll((ObjectNode) sample.path("formData"));
            form.put("viz_type", folder.id());
            ObjectNode json = JSON.createObjectNode();
            json.set("results", results(sample));
            json.set("annotations", sample.has("annotations") ? sample.path("annotations") : JSON.createObjectNode());
            json.set("formData", form);
            json.set("messages", messages);
            json.putArray("selected");
            json.put("mode", "light");
            json.putObject("size").put("width", 480).put("height", 300);
            cases.add(new Case(sample.path("title").asText(), json));
        }
        return cases;
    }
}
