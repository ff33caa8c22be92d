package dev.karavel.viz.descriptor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptorReaderTest {
    private static final String GOOD = """
            {"contract": "1", "id": "pie", "title": "Pie", "category": "Part of a whole", "tags": ["share"],
             "description": "Shares.",
             "query": {"mode": "aggregate", "columns": ["groupby"], "metrics": ["metric"]},
             "controls": [{"section": "Query", "controls": [
                "metric", {"name": "groupby", "title": "Slices"}, {"name": "row_limit", "default": 100},
                {"name": "glow", "title": "Glow", "schema": {"type": "boolean", "default": true}}]}]}
            """;

    private final DescriptorReader reader = new DescriptorReader();

    @Test
    void sharedControlsAreSpelledOut() throws Exception {
        Descriptor descriptor = read(GOOD);
        JsonNode controls = new ObjectMapper().readTree(descriptor.json()).at("/controls/0/controls");
        assertThat(controls.at("/0/ui/widget").textValue()).isEqualTo("metric");
        assertThat(controls.at("/1/title").textValue()).isEqualTo("Slices");
        assertThat(controls.at("/1/ui/widget").textValue()).isEqualTo("columns");
        assertThat(controls.at("/2/schema/default").intValue()).isEqualTo(100);
        assertThat(controls.at("/2/schema/maximum").intValue()).isEqualTo(50000);
        assertThat(controls.at("/3/schema/type").textValue()).isEqualTo("boolean");
        assertThat(descriptor.defaults()).containsEntry("row_limit", 100).containsEntry("glow", true);
        assertThat(descriptor.required()).containsExactly("metric");
        assertThat(read(GOOD.replace("\"default\": 100", "\"schema\": {\"default\": null}"))
                        .defaults())
                .doesNotContainKey("row_limit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"contract\": \"1\"| \"contract\": \"2\"| contract: version \"2\" is unknown; this server understands \"1\"",
                "\"contract\": \"1\",| | contract: version  is unknown; this server understands \"1\"",
                "\"id\": \"pie\"| \"id\": \"cake\"| id: \"cake\" lies in folder \"pie\"; they have to be the same",
                "\"id\": \"pie\"| \"id\": \"../pie\"| id: only a-z, 0-9, _ and - are allowed, not \"../pie\"",
                "\"title\": \"Pie\",| | title: a text is missing",
                "\"category\": \"Part of a whole\",| | category: a text is missing",
                "\"mode\": \"aggregate\"| \"mode\": \"guess\"| query.mode: \"guess\" is none of [aggregate, timeseries, raw, table, places, none]",
                "\"metrics\": [\"metric\"]| \"metrics\": [\"metrics\"]| query.metrics: no control is named \"metrics\"",
                "\"name\": \"glow\", \"title\": \"Glow\"| \"name\": \"glow\"| controls[0].controls[3].title: a text is missing",
                "\"metric\", {| \"metrik\", {| controls[0].controls[0]: there is no shared control \"metrik\"; write {name, title, schema, ui}",
                "\"tags\": [\"share\"]| \"tags\": \"share\"| tags: a list is needed",
                "\"tags\": [\"share\"]| \"tags\": [\"share\"], \"tags\": []| line 1: Duplicate field 'tags'",
                "\"Shares.\",| \"Shares.\"| line 3: Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries"
            })
    void refusalNamesFieldAndFault(String part, String replacement, String message) {
        String broken = GOOD.replace(part, replacement == null ? "" : replacement);
        assertThat(broken).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(Refused.class)
                .hasMessage("karavel/pie/visualization.json: " + message);
    }

    @Test
    void severalQuestionsAreToldApartByTheirSuffix() throws Exception {
        String first = "{\"mode\": \"aggregate\", \"metrics\": [\"metric\"]}";
        String second = "{\"suffix\": \"_b\", \"mode\": \"raw\"}";
        Descriptor descriptor = read(asking("[" + first + ", " + second + "]"));
        assertThat(descriptor.queries()).extracting(QueryPlan::suffix).containsExactly("", "_b");
        assertThat(descriptor.query().mode()).isEqualTo(Mode.AGGREGATE);
        assertThatThrownBy(() -> read(asking("[" + first + ", " + first + "]")))
                .hasMessageEndingWith("query[1].suffix: another question has the suffix \"\" already");
        String one = first.replace("}", ", \"when\": {\"glow\": true}}");
        String other = one.replace("true", "false");
        assertThat(read(asking("[" + one + ", " + other + "]")).queries()).hasSize(2);
        assertThatThrownBy(() -> read(asking("[" + first + ", 1]")))
                .hasMessageEndingWith("query[1]: an object is needed");
        assertThatThrownBy(() -> read(asking("[]"))).hasMessageEndingWith("query: an object is missing");
    }

    private static String asking(String queries) {
        return GOOD.replaceAll("\"query\": \\{[^}]*}", "\"query\": " + queries);
    }

    @Test
    void sharedControlMayStandUnderALongerName() throws Exception {
        String more =
                "\"rolling_type\", {\"name\": \"rolling_periods_b\", \"like\": \"rolling_periods\", \"title\": \"Periods, B\"}, {\"name\": \"glow\"";
        JsonNode control = new ObjectMapper()
                .readTree(read(GOOD.replace("{\"name\": \"glow\"", more)).json())
                .at("/controls/0/controls/4");
        assertThat(control.at("/title").textValue()).isEqualTo("Periods, B");
        assertThat(control.at("/schema/type").textValue()).isEqualTo("integer");
        assertThat(control.at("/visibleWhen").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("rolling_type_b");
        assertThat(control.has("like")).isFalse();
        assertThatThrownBy(() -> read(GOOD.replace(
                        "{\"name\": \"glow\"", "{\"name\": \"shine\", \"like\": \"metrics\"}, {\"name\": \"glow\"")))
                .hasMessageEndingWith("like: the name of a shared control that \"shine\" begins with is needed");
    }

    @Test
    void anythingButAnObjectIsRefused() {
        assertThatThrownBy(() -> read("[]")).hasMessageContaining("not a JSON object");
        assertThatThrownBy(() -> read("")).hasMessageContaining("not a JSON object");
    }

    private Descriptor read(String json) throws Refused {
        return reader.read("karavel/pie/visualization.json", "pie", json.getBytes(UTF_8), List.of());
    }
}
