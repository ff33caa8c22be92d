package dev.karavel.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.Download;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.ResultType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultTypesTest extends Asking {
    @Test
    void samplesAreOfAnyTimeAndTheRowsBehindAChartUnderAllItsConditions() {
        Map<String, Object> object = Map.of(
                "columns",
                List.of("origin"),
                "metrics",
                List.of("count"),
                "granularity",
                "date",
                "time_range",
                "2024-01-01 : 2024-02-01",
                "filters",
                List.of(Map.of("col", "origin", "op", "==", "val", "ORD")),
                "orderby",
                List.of(List.of("count", false)),
                "series_limit",
                3,
                "row_limit",
                20,
                "row_offset",
                40);

        raw(ResultType.SAMPLES, object);
        assertThat(world.runner.last().bounds().isEmpty()).isTrue();
        assertThat(world.runner.last().spec().filters()).hasSize(1);

        raw(ResultType.DRILL_DETAIL, object);
        assertThat(world.runner.last().bounds().isEmpty()).isFalse();
        assertThat(world.runner.last().rowLimit()).isEqualTo(20);
        assertThat(world.runner.last().spec())
                .satisfies(spec -> assertThat(spec.rowOffset()).isEqualTo(40))
                .satisfies(spec -> assertThat(spec.metrics()).isEmpty())
                .satisfies(spec -> assertThat(spec.orderBy()).isEmpty())
                .satisfies(spec -> assertThat(spec.aggregate()).isFalse())
                .satisfies(spec -> assertThat(spec.columns()).hasSize(3));

        raw(ResultType.DRILL_DETAIL, Map.of("metrics", List.of("count"), "is_rowcount", true));
        assertThat(world.runner.last().spec().rowCount()).isTrue();
    }

    @Test
    void theRowsBehindASavedChartArePagedByTheFormData() {
        ask(new ChartRequest(
                Optional.of(1L),
                Optional.empty(),
                Map.of("row_limit", 50, "row_offset", 100),
                List.of(),
                ResultType.DRILL_DETAIL,
                false,
                Optional.empty()));

        assertThat(world.runner.last().rowLimit()).isEqualTo(50);
        assertThat(world.runner.last().spec().rowOffset()).isEqualTo(100);
    }

    @Test
    void grainsAreOfferedAsFarAsTheDatasetHasTimes() {
        assertThat(grains(1)).contains("PT1S", "P1D", "P1Y").hasSize(19);
    }

    @Test
    void aFileIsNamedAfterItsChartAndHasTheTitlesPeopleRead() throws IOException {
        Download file = queries.download(ChartRequest.ofChart(1), ResultFormat.CSV, World.ADMIN, world.deadline());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.writeTo(out);

        assertThat(file.fileName()).isEqualTo("Chart 1.csv");
        assertThat(file.mediaType()).isEqualTo("text/csv;charset=utf-8");
        assertThat(out.toString(UTF_8)).isEqualTo("Origin airport,Flights\r\nORD,1\r\n,0\r\n");
    }

    @Test
    void severalQuestionsComeAsAZipButAsOneWorkbook() {
        ChartRequest two = new ChartRequest(
                Optional.empty(),
                Optional.of(1L),
                Map.of(),
                List.of(Map.of("columns", List.of("origin")), Map.of("columns", List.of("delay"))),
                ResultType.FULL,
                false,
                Optional.empty());

        assertThat(queries.download(two, ResultFormat.CSV, World.ADMIN, world.deadline())
                        .fileName())
                .isEqualTo("flights.zip");
        assertThat(queries.download(two, ResultFormat.XLSX, World.ADMIN, world.deadline())
                        .fileName())
                .isEqualTo("flights.xlsx");
        assertThat(queries.answer(two, ResultFormat.ARROW, World.ADMIN, world.deadline())
                        .mediaType())
                .isEqualTo("application/zip");
        assertThat(queries.answer(ChartRequest.ofChart(1), ResultFormat.ARROW, World.ADMIN, world.deadline())
                        .fileName())
                .isEqualTo("Chart 1.arrow");
    }

    @Test
    void aStatementIsNoFile() {
        ChartRequest statement = new ChartRequest(
                Optional.of(1L), Optional.empty(), Map.of(), List.of(), ResultType.QUERY, false, Optional.empty());
        assertThatThrownBy(() -> queries.download(statement, ResultFormat.CSV, World.ADMIN, world.deadline()))
                .hasMessageContaining("no rows");
    }

    private List<String> grains(long dataset) {
        JsonNode part = part(ask(new ChartRequest(
                Optional.empty(),
                Optional.of(dataset),
                Map.of(),
                List.of(),
                ResultType.TIMEGRAINS,
                false,
                Optional.empty())));
        return part.get("data").findValuesAsText("duration");
    }

    private void raw(ResultType type, Map<String, Object> object) {
        ask(new ChartRequest(
                Optional.empty(), Optional.of(1L), Map.of(), List.of(object), type, false, Optional.empty()));
    }
}
