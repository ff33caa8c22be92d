package dev.karavel.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.api.catalog.Annotation;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.ResultType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OverlaysTest extends Asking {
    private static final Map<String, Object> EVENTS =
            Map.of("name", "Events", "annotationType", "EVENT", "sourceType", "table", "value", 2);

    private static final Map<String, Object> MINE =
            Map.of("name", "Mine", "annotationType", "EVENT", "sourceType", "NATIVE", "value", 7);

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
    void annotationsThatAreKeptHereComeWithTheirTimesAndWords() {
        world.annotations.save(annotation("Launch", "2024-05-01T08:30:00"));

        JsonNode layer = part(ask(layered(MINE))).at("/annotation_data/Mine");

        assertThat(layer.at("/columns").toString())
                .isEqualTo("[\"start_dttm\",\"end_dttm\",\"short_descr\",\"long_descr\",\"json_metadata\"]");
        assertThat(layer.at("/records").toString())
                .isEqualTo("[{\"start_dttm\":1714552200000,\"end_dttm\":1714552200000,\"short_descr\":\"Launch\","
                        + "\"long_descr\":\"in words\",\"json_metadata\":\"{}\"}]");
    }

    @Test
    void aChangedAnnotationIsSeenThoughTheAnswerWasKept() {
        world.annotations.save(annotation("Launch", "2024-05-01T08:30:00"));
        ask(layered(MINE));
        world.annotations.save(annotation("Relaunch", "2024-05-01T08:30:00"));

        assertThat(part(ask(layered(MINE)))
                        .at("/annotation_data/Mine/records/0/short_descr")
                        .asText())
                .isEqualTo("Relaunch");
    }

    @Test
    void whoMayNotSeeAnnotationsIsToldSoAndHasTheAnswer() {
        world.annotations.save(annotation("Launch", "2024-05-01T08:30:00"));
        JsonNode part = part(ask(layered(MINE), World.GAMMA));

        assertThat(part.at("/annotation_data/Mine/records")).isEmpty();
        assertThat(part.at("/annotation_data/Mine/error").asText()).contains("may not see annotations");
        assertThat(part.at("/data")).hasSize(2);
    }

    @Test
    void aLayerOfAnnotationsNeedsItsId() {
        assertThatThrownBy(() -> ask(layered(Map.of("name", "Mine", "sourceType", "NATIVE"))))
                .hasMessageContaining("layer \"Mine\" needs the id of an annotation layer");
    }

    @Test
    void layersOfFormDataAloneAndOfASavedChartAreAnsweredToo() {
        world.annotations.save(annotation("Launch", "2024-05-01T08:30:00"));
        Map<String, Object> form = Map.of(
                "viz_type",
                "bars",
                "groupby",
                List.of("origin"),
                "metrics",
                List.of("count"),
                "annotation_layers",
                List.of(MINE, EVENTS));
        world.charts.save(World.chart(3, 1, new ObjectMapper().valueToTree(form).toString(), Optional.empty()));

        for (ChartRequest request : List.of(
                formOf(Optional.empty(), Optional.of(1L), form), formOf(Optional.of(3L), Optional.empty(), Map.of()))) {
            JsonNode part = part(ask(request));
            assertThat(part.at("/annotation_data/Mine/records/0/short_descr").asText())
                    .isEqualTo("Launch");
            assertThat(part.at("/annotation_data/Events/records/0/origin").asText())
                    .isEqualTo("ORD");
        }
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

    private static ChartRequest formOf(Optional<Long> chart, Optional<Long> dataset, Map<String, Object> form) {
        return new ChartRequest(chart, dataset, form, List.of(), ResultType.FULL, false, Optional.empty());
    }

    private static Annotation annotation(String title, String time) {
        LocalDateTime moment = LocalDateTime.parse(time);
        return new Annotation(1, new UUID(0, 1), 1, 7, moment, moment, title, "in words", "{}", Stamp.none());
    }
}
