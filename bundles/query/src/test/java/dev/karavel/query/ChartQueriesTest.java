package dev.karavel.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartAnswer;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.ResultType;
import dev.karavel.spi.data.Table;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartQueriesTest extends Asking {
    @Test
    void whatOneMayNotSeeDoesNotExist() {
        List<ChartRequest> requests = List.of(
                ChartRequest.ofChart(2),
                ChartRequest.ofChart(77),
                formData(Map.of("slice_id", 2)),
                formData(Map.of("datasource", "2__table", "viz_type", "bars")),
                formData(Map.of("slice_id", 1, "datasource", "2__table")),
                new ChartRequest(
                        Optional.empty(),
                        Optional.of(2L),
                        Map.of("datasource", "1__table"),
                        List.of(Map.of("columns", List.of("origin"))),
                        ResultType.SAMPLES,
                        false,
                        Optional.empty()),
                new ChartRequest(
                        Optional.empty(),
                        Optional.of(2L),
                        Map.of(),
                        List.of(),
                        ResultType.COLUMNS,
                        false,
                        Optional.empty()));

        for (ChartRequest request : requests) {
            assertThatThrownBy(() -> ask(request, World.GAMMA))
                    .isInstanceOfSatisfying(KaravelException.class, refused -> assertThat(refused.code())
                            .isEqualTo(ErrorCode.NOT_FOUND));
        }
        assertThatThrownBy(() -> queries.values(2, "origin", 10, World.GAMMA, world.deadline()))
                .isInstanceOf(KaravelException.class);
        assertThat(world.runner.statements).hasValue(0);
    }

    @Test
    void aDashboardsTimeRangeReplacesTheChartsOwnAndUnknownFiltersAreReported() {
        Map<String, Object> extra = Map.of(
                "time_range",
                "Last week",
                "filters",
                List.of(
                        Map.of("col", "origin", "op", "IN", "val", List.of("ORD")),
                        Map.of("col", "planet", "op", "==", "val", "Mars")));

        JsonNode part = part(ask(formData(Map.of("slice_id", 1, "extra_form_data", extra))));

        assertThat(world.runner.last().bounds().from()).contains(LocalDateTime.parse("2024-05-08T00:00"));
        assertThat(world.runner.last().bounds().to()).contains(LocalDateTime.parse("2024-05-15T00:00"));
        assertThat(part.get("applied_filters").toString())
                .isEqualTo("[{\"column\":\"origin\"},{\"column\":\"__time_range\"}]");
        assertThat(part.get("rejected_filters").toString())
                .isEqualTo("[{\"column\":\"planet\",\"reason\":\"not_in_datasource\"}]");
        assertThat(part.get("from_dttm").asLong()).isEqualTo(1715126400000L);
        assertThat(world.registry.asked.get(0).values()).doesNotContainKey("extra_form_data");
    }

    @Test
    void aDashboardsTimeRangeGoesIntoTheChartsFilterOnTime() {
        world.charts.save(World.chart(
                1,
                1,
                "{\"metrics\":[\"count\"],\"adhoc_filters\":[{\"expressionType\":\"SIMPLE\",\"clause\":\"WHERE\","
                        + "\"subject\":\"date\",\"operator\":\"TEMPORAL_RANGE\",\"comparator\":\"No filter\"}]}",
                Optional.empty()));

        ask(formData(Map.of("slice_id", 1, "extra_form_data", Map.of("time_range", "2001 : 2002"))));

        assertThat(world.runner.last().filterBounds().get(0).from()).contains(LocalDateTime.parse("2001-01-01T00:00"));
        assertThat(world.runner.last().bounds().isEmpty()).isTrue();
    }

    @Test
    void aDatasetWithoutTimeReportsTheTimeRangeAsLeftOut() {
        JsonNode part =
                part(ask(formData(Map.of("slice_id", 2, "extra_form_data", Map.of("time_range", "Last week")))));

        assertThat(part.get("rejected_filters").toString())
                .isEqualTo("[{\"column\":\"__time_range\",\"reason\":\"no_temporal_column\"}]");
        assertThat(world.runner.last().bounds().isEmpty()).isTrue();
    }

    @Test
    void queryObjectsAreAnsweredTogether() {
        Map<String, Object> one = Map.of(
                "columns", List.of("origin"),
                "metrics",
                        List.of(
                                "count",
                                Map.of(
                                        "expressionType",
                                        "SIMPLE",
                                        "column",
                                        Map.of("column_name", "delay"),
                                        "aggregate",
                                        "AVG")),
                "filters", List.of(Map.of("col", "moon", "op", "==", "val", 1, "isExtra", true)),
                "orderby", List.of(List.of("count", false)),
                "time_range", "2024-01-01 : 2024-02-01",
                "row_limit", 10);
        Map<String, Object> other = Map.of("columns", List.of("origin"), "row_limit", 1_000_000);

        ChartAnswer answer = ask(new ChartRequest(
                Optional.empty(),
                Optional.of(1L),
                Map.of(),
                List.of(one, other),
                ResultType.FULL,
                false,
                Optional.empty()));

        assertThat(json(answer).get("result")).hasSize(2);
        assertThat(world.runner.statements).hasValue(2);
        assertThat(world.runner.questions.get(0).rowLimit()).isEqualTo(10);
        assertThat(world.runner.questions.get(0).spec().aggregate()).isTrue();
        assertThat(world.runner.questions.get(1).rowLimit()).isEqualTo(5000);
        assertThat(world.runner.questions.get(1).spec().aggregate()).isFalse();
        assertThat(part(answer).at("/rejected_filters/0/column").asText()).isEqualTo("moon");
    }

    @Test
    void olderQueriesOverTimeHaveTheirTimestampColumn() {
        ask(new ChartRequest(
                Optional.empty(),
                Optional.of(1L),
                Map.of(),
                List.of(Map.of(
                        "is_timeseries",
                        true,
                        "granularity",
                        "date",
                        "extras",
                        Map.of("time_grain_sqla", "P1W", "where", "delay > 0"),
                        "metrics",
                        List.of("count"))),
                ResultType.QUERY,
                false,
                Optional.empty()));

        assertThat(world.runner.last().spec().columns().get(0).grain()).isPresent();
        assertThat(world.runner.last().spec().where()).isEqualTo("delay > 0");
        assertThat(world.runner.last().spec().postProcessing().get(0).operation())
                .isEqualTo("rename");
    }

    @Test
    void theOrderAPersonChoseBreaksTies() {
        ask(formData(Map.of("slice_id", 1, "orderby", List.of(List.of("count", false), List.of("delay", true)))));

        assertThat(world.runner.last().spec().orderBy())
                .extracting(order -> order.by().label() + " " + order.ascending())
                .containsExactly("count false", "delay true");
    }

    @Test
    void otherTimesStandBesideNow() {
        JsonNode part = part(ask(new ChartRequest(
                Optional.empty(),
                Optional.of(1L),
                Map.of(),
                List.of(Map.of(
                        "columns", List.of("origin"),
                        "metrics", List.of("count"),
                        "time_range", "2024-01-01 : 2024-02-01",
                        "time_offsets", List.of("1 year ago"),
                        "post_processing",
                                List.of(Map.of(
                                        "operation",
                                        "compare",
                                        "options",
                                        Map.of(
                                                "source_columns", List.of("count"),
                                                "compare_columns", List.of("count__1 year ago")))))),
                ResultType.FULL,
                false,
                Optional.empty())));

        assertThat(world.runner.statements).hasValue(2);
        assertThat(world.runner.questions)
                .extracting(question -> question.bounds().from().orElseThrow().getYear())
                .containsExactlyInAnyOrder(2023, 2024);
        assertThat(part.get("data").get(0).toString())
                .isEqualTo("{\"origin\":\"ORD\",\"count\":1,\"count__1 year ago\":2,"
                        + "\"difference__count__count__1 year ago\":-1}");
        assertThat(part.at("/labels_map/count__1 year ago").asText()).isEqualTo("Flights, 1 year ago");
        assertThat(part.get("query").asText()).contains(";\n\n");
    }

    @Test
    void otherTimesOfTheSameStatementAreToldApartByTheirNames() {
        assertThat(compared("1 year ago").get("colnames").toString()).contains("count__1 year ago");
        assertThat(compared("365 days ago").get("colnames").toString()).contains("count__365 days ago");
    }

    private JsonNode compared(String offset) {
        Map<String, Object> query = Map.of(
                "columns", List.of("origin"),
                "metrics", List.of("count"),
                "time_range", "2024-01-01 : 2024-02-01",
                "time_offsets", List.of(offset));
        return part(ask(new ChartRequest(
                Optional.empty(),
                Optional.of(1L),
                Map.of(),
                List.of(query),
                ResultType.FULL,
                false,
                Optional.empty())));
    }

    @Test
    void samplesAreRawRowsEvenIfTheChartTypeIsGone() {
        ask(new ChartRequest(
                Optional.of(1L),
                Optional.empty(),
                Map.of("viz_type", "gone"),
                List.of(),
                ResultType.SAMPLES,
                false,
                Optional.empty()));

        assertThat(world.runner.last().spec().columns()).hasSize(3);
        assertThat(world.runner.last().spec().metrics()).isEmpty();
        assertThat(world.runner.last().rowLimit()).isEqualTo(100);
        assertThatThrownBy(() -> ask(formData(Map.of("slice_id", 1, "viz_type", "gone"))))
                .isInstanceOfSatisfying(KaravelException.class, missing -> assertThat(missing.code())
                        .isEqualTo(ErrorCode.PLUGIN_MISSING));
    }

    @Test
    void theStatementAloneIsForThoseWhoMaySeeIt() {
        ChartRequest request = new ChartRequest(
                Optional.of(1L), Optional.empty(), Map.of(), List.of(), ResultType.QUERY, false, Optional.empty());
        assertThat(part(ask(request)).get("query").asText()).startsWith("flights");
        assertThat(part(ask(request)).get("language").asText()).isEqualTo("sql");
        assertThat(world.runner.statements).hasValue(0);

        world.rights.mayNotSeeSql.add(2L);
        assertThatThrownBy(() -> ask(request, World.GAMMA))
                .isInstanceOfSatisfying(KaravelException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.FORBIDDEN));
    }

    @Test
    void tablesComeFromTheSameAnswer() {
        ask(ChartRequest.ofChart(1));
        Table table = queries.tables(ChartRequest.ofChart(1), World.ADMIN, world.deadline())
                .get(0);

        assertThat(world.runner.statements).hasValue(1);
        assertThat(table.value(0, 0)).isEqualTo("ORD");
        assertThat(table.value(0, 1)).isEqualTo(1L);
    }
}
