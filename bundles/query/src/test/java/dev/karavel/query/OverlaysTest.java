package dev.karavel.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.ResultType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverlaysTest extends Asking {
    private static final Map<String, Object> EVENTS =
            Map.of("name", "Events", "annotationType", "EVENT", "sourceType", "table", "value", 2);

    @Test
    void aLayerBringsTheRowsOfItsChartUnderItsName() {
        JsonNode part = part(ask(layered(EVENTS)));

        assertThat(world.runner.statements).hasValue(2);
        assertThat(part.at("/annotation_data/Events/columns").toString()).isEqualTo("[\"origin\",\"count\"]");
        assertThat(part.at("/annotation_data/Events/records/0/origin").asText()).isEqualTo("ORD");
        assertThat(world.runner.questions)
                .extracting(question -> question.dataset().tableName())
                .contains("secrets");
    }

    @Test
    void whoMayNotSeeTheLayersChartGetsTheAnswerWithoutItsRecords() {
        part(ask(layered(EVENTS)));
        JsonNode part = part(ask(layered(EVENTS), World.GAMMA));

        assertThat(part.at("/annotation_data/Events/records")).isEmpty();
        assertThat(part.at("/annotation_data/Events/error").asText()).contains("Chart 2 does not exist");
        assertThat(part.at("/data")).hasSize(2);
    }

    @Test
    void annotationsOfOnesOwnAreEmptyUntilThereAreAny() {
        JsonNode part = part(ask(layered(Map.of("name", "Mine", "sourceType", "NATIVE", "value", 1))));

        assertThat(part.at("/annotation_data/Mine").toString()).isEqualTo("{\"columns\":[],\"records\":[]}");
    }

    @Test
    void recordsAreKeptWithTheAnswerInEveryFormat() {
        ask(layered(EVENTS));
        JsonNode columns = part(queries.answer(layered(EVENTS), ResultFormat.COLUMNS, World.ADMIN, world.deadline()));

        assertThat(world.runner.statements).hasValue(2);
        assertThat(columns.at("/annotation_data/Events/records/0/origin").asText())
                .isEqualTo("ORD");
    }

    @Test
    void aLayersOverridesChangeItsChartsQuestion() {
        ask(layered(Map.of(
                "name", "Then", "sourceType", "line", "value", 1, "overrides", Map.of("time_range", "2001 : 2002"))));

        assertThat(world.runner.questions)
                .extracting(question -> question.spec().timeRange())
                .contains("2001 : 2002");
    }

    private static ChartRequest layered(Map<String, Object> layer) {
        return new ChartRequest(
                Optional.empty(),
                Optional.of(1L),
                Map.of(),
                List.of(Map.of(
                        "columns", List.of("origin"),
                        "metrics", List.of("count"),
                        "annotation_layers", List.of(layer))),
                ResultType.FULL,
                false,
                Optional.empty());
    }
}
