package dev.karavel.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.DatasetSettings;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartAnswer;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.ResultType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class KeptAnswersTest extends Asking {
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
        assertThat(part(first).at("/number_formats/count/d3format").asText()).isEqualTo(",d");
        assertThat(part(second).get("number_formats")).isEqualTo(part(first).get("number_formats"));
        assertThat(part(first).get("query").asText()).startsWith("flights");
    }

    @Test
    void whatIsKeptIsGivenWithoutAWarehouseAndWhatIsNotIsLeftOpen() {
        assertThat(kept(ChartRequest.ofChart(1))).isEmpty();
        assertThat(world.runner.statements).hasValue(0);

        ChartAnswer asked =
                queries.answer(ChartRequest.ofChart(1), ResultFormat.COLUMNS, World.ADMIN, world.deadline());

        assertThat(kept(ChartRequest.ofChart(1)))
                .hasValueSatisfying(found -> assertThat(found.etag()).isEqualTo(asked.etag()));
        world.pass(Duration.ofDays(1));
        assertThat(kept(ChartRequest.ofChart(1))).as("past its time").isEmpty();
        assertThat(world.runner.statements).hasValue(1);
    }

    @Test
    void whatIsKeptIsGivenToThoseAloneWhoMaySeeIt() {
        queries.answer(ChartRequest.ofChart(2), ResultFormat.COLUMNS, World.ADMIN, world.deadline());

        assertThat(kept(ChartRequest.ofChart(2))).isPresent();
        assertThatThrownBy(() -> queries.kept(ChartRequest.ofChart(2), ResultFormat.COLUMNS, World.GAMMA))
                .isInstanceOfSatisfying(KaravelException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.NOT_FOUND));
    }

    private Optional<ChartAnswer> kept(ChartRequest request) {
        return queries.kept(request, ResultFormat.COLUMNS, World.ADMIN);
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
    void eachFormatIsKeptAsItIsSentAndMadeOfAnotherWithoutAskingAgain() {
        ChartAnswer columns =
                queries.answer(ChartRequest.ofChart(1), ResultFormat.COLUMNS, World.ADMIN, world.deadline());
        world.pass(Duration.ofSeconds(200));
        ChartAnswer rows = ask(ChartRequest.ofChart(1));
        ChartAnswer arrow = queries.answer(ChartRequest.ofChart(1), ResultFormat.ARROW, World.ADMIN, world.deadline());

        assertThat(world.runner.statements).hasValue(1);
        assertThat(part(columns).at("/columns/1/values/0").asInt()).isEqualTo(1);
        assertThat(part(columns).get("is_cached").asBoolean()).isFalse();
        assertThat(part(rows).at("/data/0/count").asInt()).isEqualTo(1);
        assertThat(part(rows).get("is_cached").asBoolean()).isTrue();
        assertThat(part(rows).get("cached_dttm").asText()).isEqualTo("2024-05-15T10:20:30Z");
        assertThat(part(rows).get("cache_key")).isEqualTo(part(columns).get("cache_key"));
        assertThat(rows.fromCache()).isTrue();
        assertThat(arrow.etag()).isNotEqualTo(rows.etag());

        world.pass(Duration.ofSeconds(101));
        ask(ChartRequest.ofChart(1));
        assertThat(world.runner.statements).hasValue(2);
    }

    @Test
    void forceInOneFormatForgetsTheOthers() {
        ask(ChartRequest.ofChart(1));
        queries.answer(
                new ChartRequest(
                        Optional.of(1L),
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        ResultType.FULL,
                        true,
                        Optional.empty()),
                ResultFormat.COLUMNS,
                World.ADMIN,
                world.deadline());
        world.pass(Duration.ofSeconds(1));

        assertThat(part(ask(ChartRequest.ofChart(1))).get("cached_dttm").asText())
                .isEqualTo("2024-05-15T10:20:30Z");
        assertThat(world.runner.statements).hasValue(2);
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
    void aDatasetThatOffersNoValuesIsNotAskedForThem() {
        DatasetSettings closed =
                new DatasetSettings(0, "", Optional.empty(), false, false, Optional.empty(), false, Optional.empty());
        world.datasets.save(
                World.dataset(1, "flights", Optional.empty(), Optional.empty()).withSettings(closed));

        assertThat(queries.values(1, "origin", 10, World.ADMIN, world.deadline()))
                .isEmpty();
        assertThat(world.runner.statements).hasValue(0);
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

    @Test
    void anAnswerPastItsTimeIsGivenToThoseWhoTakeItUntilSomebodyAsksAnew() {
        assertThat(part(ask(stale(600, true))).get("is_cached").asBoolean()).isFalse();
        world.pass(Duration.ofSeconds(400));

        JsonNode past = part(ask(stale(600, true)));
        assertThat(past.get("is_cached").asBoolean()).isTrue();
        assertThat(past.get("cached_dttm").asText()).isEqualTo("2024-05-15T10:20:30Z");
        assertThat(world.runner.statements).hasValue(1);

        assertThat(part(ask(stale(600, false))).get("is_cached").asBoolean()).isFalse();
        assertThat(world.runner.statements).hasValue(2);
        assertThat(part(ask(stale(600, true))).get("is_cached").asBoolean()).isTrue();
        world.pass(Duration.ofSeconds(901));
        ask(stale(600, true));
        assertThat(world.runner.statements).hasValue(3);
    }

    @Test
    void whoDoesNotTakeAnAnswerPastItsTimeIsAnsweredAnew() {
        ask(stale(600, true));
        world.pass(Duration.ofSeconds(301));

        assertThat(part(ask(ChartRequest.ofChart(1))).get("is_cached").asBoolean())
                .isFalse();
        assertThat(world.runner.statements).hasValue(2);
    }

    @Test
    void chartsThatAskTheSameAreOneStatement() {
        world.charts.save(World.chart(71, 1, "{\"metrics\":[\"count\"],\"color_scheme\":\"a\"}", Optional.empty()));
        world.charts.save(World.chart(72, 1, "{\"metrics\":[\"count\"],\"color_scheme\":\"b\"}", Optional.empty()));
        ask(ChartRequest.ofChart(71));
        ChartAnswer second = ask(ChartRequest.ofChart(72));

        assertThat(second.fromCache()).isTrue();
        assertThat(world.runner.statements).hasValue(1);
    }

    private static ChartRequest stale(int seconds, boolean accepted) {
        return new ChartRequest(
                Optional.of(1L),
                Optional.empty(),
                Map.of(),
                List.of(),
                ResultType.FULL,
                false,
                Optional.empty(),
                new ChartRequest.Stale(seconds, accepted));
    }
}
