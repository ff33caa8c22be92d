package dev.karavel.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartAnswer;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.ResultType;
import dev.karavel.api.security.Principal;
import dev.karavel.spi.data.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ChartQueriesTest {
    private final World world = new World();
    private final ChartQueries queries = world.queries();

    @Test
    void aSavedChartIsAnsweredFromTheWarehouseOnceAndFromTheCacheThen() {
        ChartAnswer first = ask(ChartRequest.ofChart(1));
        ChartAnswer second = ask(ChartRequest.ofChart(1));

        assertThat(world.runner.statements).hasValue(1);
        assertThat(first.fromCache()).isFalse();
        assertThat(part(first).get("is_cached").asBoolean()).isFalse();
        assertThat(second.fromCache()).isTrue();
        assertThat(part(second).get("is_cached").asBoolean()).isTrue();
        assertThat(part(second).get("cached_dttm").asText()).isEqualTo("2024-05-15T10:20:30Z");
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(part(second).get("data")).isEqualTo(part(first).get("data"));
        assertThat(part(first).at("/labels_map/count").asText()).isEqualTo("Flights");
        assertThat(part(first).get("query").asText()).startsWith("flights");
    }

    @Test
    void aHundredAtOnceAreOneStatement() throws Exception {
        world.runner.gate = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(100);
        try {
            List<Callable<ChartAnswer>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(() -> ask(ChartRequest.ofChart(1)));
            }
            List<Future<ChartAnswer>> answers = new ArrayList<>();
            calls.forEach(call -> answers.add(pool.submit(call)));
            while (world.cache.callers.get() < 100) {
                Thread.onSpinWait();
            }
            world.runner.gate.countDown();
            int waited = 0;
            for (Future<ChartAnswer> answer : answers) {
                assertThat(part(answer.get()).at("/data/0/count").asInt()).isEqualTo(1);
                waited += part(answer.get()).get("is_cached").asBoolean() ? 0 : 1;
            }
            assertThat(world.runner.statements).hasValue(1);
            assertThat(waited).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void forceAsksAgainAndGivesANewTag() {
        ChartAnswer first = ask(ChartRequest.ofChart(1));
        ChartAnswer forced = ask(new ChartRequest(
                Optional.of(1L), Optional.empty(), Map.of(), List.of(), ResultType.FULL, true, Optional.empty()));

        assertThat(world.runner.statements).hasValue(2);
        assertThat(forced.fromCache()).isFalse();
        assertThat(forced.etag()).isNotEqualTo(first.etag());
        assertThat(ask(ChartRequest.ofChart(1)).etag()).isEqualTo(forced.etag());
    }

    @Test
    void anAnswerIsKeptForTheTimeOfTheRequestThenChartThenDatasetThenDatabaseThenDefault() {
        assertThat(timeout(Optional.empty())).isEqualTo(300);
        world.databases.save(World.database(2, Optional.of(200)));
        assertThat(timeout(Optional.empty())).isEqualTo(200);
        world.datasets.save(World.dataset(1, "flights", Optional.of("date"), Optional.of(100)));
        assertThat(timeout(Optional.empty())).isEqualTo(100);
        world.charts.save(World.chart(1, 1, "{\"metrics\":[\"count\"]}", Optional.of(50)));
        assertThat(timeout(Optional.empty())).isEqualTo(50);
        assertThat(timeout(Optional.of(7))).isEqualTo(7);
        world.pass(Duration.ofSeconds(8));
        int before = world.runner.statements.get();
        timeout(Optional.of(7));
        assertThat(world.runner.statements.get()).isEqualTo(before + 1);
    }

    @Test
    void minusOneIsNeverKept() {
        world.charts.save(World.chart(1, 1, "{\"metrics\":[\"count\"]}", Optional.of(-1)));

        ask(ChartRequest.ofChart(1));
        ChartAnswer second = ask(ChartRequest.ofChart(1));

        assertThat(world.runner.statements).hasValue(2);
        assertThat(part(second).get("is_cached").asBoolean()).isFalse();
        assertThat(part(second).get("cache_timeout").asInt()).isEqualTo(-1);
    }

    @Test
    void rowRulesRightsAndVersionsSeparateWhatIsKept() {
        ask(ChartRequest.ofChart(1));
        world.rights.rules.put(2L, List.of("origin = 'ORD'"));
        ask(ChartRequest.ofChart(1), World.GAMMA);
        assertThat(world.runner.last().rowRules()).containsExactly("origin = 'ORD'");
        assertThat(world.runner.statements).hasValue(2);

        world.rights.rules.clear();
        world.rights.mayNotSeeSql.add(2L);
        assertThat(part(ask(ChartRequest.ofChart(1), World.GAMMA)).get("query").isNull())
                .isTrue();
        assertThat(world.runner.statements).hasValue(3);

        world.databases.save(World.database(2, Optional.empty()));
        ask(ChartRequest.ofChart(1));
        assertThat(world.runner.statements).hasValue(4);
    }

    @Test
    void chartTypesThatShapeNothingShareAnswersAndLooksDoNotMatter() {
        ask(formData(Map.of("slice_id", 1, "color_scheme", "a")));
        ask(formData(Map.of("slice_id", 1, "color_scheme", "b")));
        assertThat(world.runner.statements).hasValue(1);

        world.registry.shapes = true;
        ask(formData(Map.of("slice_id", 1, "color_scheme", "a")));
        ask(formData(Map.of("slice_id", 1, "color_scheme", "b")));
        assertThat(world.runner.statements).hasValue(3);
    }

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
                ResultType.FULL,
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

    @Test
    void distinctValuesAreGroupedAndKept() {
        assertThat(queries.values(1, "origin", 10, World.ADMIN, world.deadline()))
                .containsExactly("ORD");
        assertThat(queries.values(1, "origin", 10, World.ADMIN, world.deadline()))
                .containsExactly("ORD");
        assertThat(world.runner.statements).hasValue(1);
        assertThat(world.runner.last().spec().aggregate()).isTrue();
        assertThatThrownBy(() -> queries.values(1, "nothing", 10, World.ADMIN, world.deadline()))
                .hasMessageContaining("nothing");
    }

    @Test
    void aFailureIsToldAndNotKept() {
        world.runner.fails = true;
        assertThatThrownBy(() -> ask(ChartRequest.ofChart(1)))
                .isInstanceOfSatisfying(KaravelException.class, failed -> assertThat(failed.code())
                        .isEqualTo(ErrorCode.WAREHOUSE_REFUSED));
        world.runner.fails = false;
        assertThat(ask(ChartRequest.ofChart(1)).fromCache()).isFalse();
    }

    @Test
    void unknownStepsAreRefusedBeforeTheWarehouseIsAsked() {
        assertThatThrownBy(() -> ask(new ChartRequest(
                        Optional.empty(),
                        Optional.of(1L),
                        Map.of(),
                        List.of(Map.of(
                                "columns",
                                List.of("origin"),
                                "post_processing",
                                List.of(Map.of("operation", "prophet")))),
                        ResultType.FULL,
                        false,
                        Optional.empty())))
                .hasMessageContaining("prophet");
        assertThat(world.runner.statements).hasValue(0);
    }

    @Test
    void nowIsTheSameQuestionForAMinute() {
        Map<String, Object> overrides =
                Map.of("slice_id", 1, "time_range", "DATEADD(DATETIME(\"now\"), -1, hour) : now");
        ask(formData(overrides));
        world.pass(Duration.ofSeconds(20));
        ask(formData(overrides));
        assertThat(world.runner.statements).hasValue(1);
    }

    private int timeout(Optional<Integer> wished) {
        return part(ask(new ChartRequest(
                        Optional.of(1L), Optional.empty(), Map.of(), List.of(), ResultType.FULL, true, wished)))
                .get("cache_timeout")
                .asInt();
    }

    private static ChartRequest formData(Map<String, Object> formData) {
        return new ChartRequest(
                Optional.empty(), Optional.empty(), formData, List.of(), ResultType.FULL, false, Optional.empty());
    }

    private ChartAnswer ask(ChartRequest request) {
        return ask(request, World.ADMIN);
    }

    private ChartAnswer ask(ChartRequest request, Principal principal) {
        return queries.answer(request, principal, world.deadline());
    }

    private static JsonNode part(ChartAnswer answer) {
        return json(answer).at("/result/0");
    }

    private static JsonNode json(ChartAnswer answer) {
        try {
            return new ObjectMapper().readTree(new GZIPInputStream(new ByteArrayInputStream(answer.gzip())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
