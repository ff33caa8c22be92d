package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.User;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChartRoutesTest {
    private TestServer server;
    private Samples samples;
    private User mary;
    private User paul;
    private Dataset open;
    private Dataset closed;
    private Browser asMary;

    @BeforeEach
    void start() {
        server = new TestServer();
        samples = new Samples(server);
        mary = server.addUser("mary", "Gamma");
        paul = server.addUser("paul", "Gamma");
        server.addUser("admin", "Admin");
        open = samples.dataset(samples.database("Warehouse", Map.of()), "flights");
        closed = samples.dataset(samples.database("Vault", Map.of()), "salaries");
        server.grant("Gamma", "datasource_access", "[Warehouse].[flights](id:" + open.id() + ")");
        asMary = Browser.signedIn(server, "mary");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aChartIsSavedShownChangedAndDeleted() {
        HttpResponse<String> created =
                asMary.post("/api/v1/chart/", chart(open.id(), ",\"params\":\"{\\\"x\\\": 1}\""));
        assertThat(created.statusCode()).isEqualTo(201);
        long id = asMary.json(created).path("id").asLong();
        JsonNode shown = asMary.json(asMary.get("/api/v1/chart/" + id)).path("result");
        assertThat(shown.path("slice_name").asText()).isEqualTo("Mine");
        assertThat(shown.path("params").asText()).isEqualTo("{\"x\":1}");
        assertThat(shown.at("/owners/0/first_name").asText()).isEqualTo("mary");
        assertThat(asMary.put("/api/v1/chart/" + id, "{\"slice_name\":\"Yours\",\"cache_timeout\":60}")
                        .statusCode())
                .isEqualTo(200);
        JsonNode changed = asMary.json(asMary.get("/api/v1/chart/" + id)).path("result");
        assertThat(changed.path("slice_name").asText()).isEqualTo("Yours");
        assertThat(changed.path("cache_timeout").asInt()).isEqualTo(60);
        assertThat(changed.path("params").asText()).isEqualTo("{\"x\":1}");
        assertThat(asMary.delete("/api/v1/chart/" + id).statusCode()).isEqualTo(200);
        assertThat(asMary.get("/api/v1/chart/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void whatMayNotBeSeenLooksLikeWhatIsNotThere() {
        Chart secret = samples.chart(closed, "Secret");
        HttpResponse<String> hidden = asMary.get("/api/v1/chart/" + secret.id());
        HttpResponse<String> missing = asMary.get("/api/v1/chart/999");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body().replace("Chart " + secret.id(), "Chart 999")).isEqualTo(missing.body());
        assertThat(asMary.put("/api/v1/chart/" + secret.id(), "{}").statusCode())
                .isEqualTo(404);
        assertThat(asMary.delete("/api/v1/chart/" + secret.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyOwnersAndAdministratorsChangeAChart() {
        Chart paulsChart = samples.chart(open, "Paul's", paul.id());
        String path = "/api/v1/chart/" + paulsChart.id();
        assertThat(asMary.get(path).statusCode()).isEqualTo(200);
        assertThat(asMary.put(path, "{\"slice_name\":\"Taken\"}").statusCode()).isEqualTo(403);
        assertThat(asMary.put(path, "{\"owners\":[" + mary.id() + "]}").statusCode())
                .isEqualTo(403);
        assertThat(asMary.delete(path).statusCode()).isEqualTo(403);
        assertThat(asMary.delete("/api/v1/chart/?q=!(" + paulsChart.id() + ")").statusCode())
                .isEqualTo(403);
        assertThat(Browser.signedIn(server, "admin")
                        .put(path, "{\"slice_name\":\"Better\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodyMakesAChartOnDataTheyMayNotQuery() {
        HttpResponse<String> refused = asMary.post("/api/v1/chart/", chart(closed.id(), ""));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(asMary.json(refused).at("/errors/0/extra/field").asText()).isEqualTo("datasource_id");
        Chart own = samples.chart(open, "Mine", mary.id());
        assertThat(asMary.put("/api/v1/chart/" + own.id(), "{\"datasource_id\":" + closed.id() + "}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void nobodyPutsAChartOnADashboardOfOthers() {
        Chart own = samples.chart(open, "Mine", mary.id());
        Dashboard paulsDashboard = samples.dashboard("Paul", true, List.of(), paul.id());
        Dashboard marysDashboard = samples.dashboard("Mary", true, List.of(), mary.id());
        String path = "/api/v1/chart/" + own.id();
        assertThat(asMary.put(path, "{\"dashboards\":[" + paulsDashboard.id() + "]}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(asMary.put(path, "{\"dashboards\":[" + marysDashboard.id() + "]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.shelves
                        .dashboards
                        .find(marysDashboard.id())
                        .orElseThrow()
                        .charts())
                .containsExactly(own.id());
        assertThat(asMary.put(path, "{\"dashboards\":[]}").statusCode()).isEqualTo(200);
        assertThat(server.shelves
                        .dashboards
                        .find(marysDashboard.id())
                        .orElseThrow()
                        .charts())
                .isEmpty();
    }

    @Test
    void anOwnerCannotLockThemselvesOutNorNameStrangers() {
        Chart own = samples.chart(open, "Mine", mary.id());
        String path = "/api/v1/chart/" + own.id();
        assertThat(asMary.put(path, "{\"owners\":[" + paul.id() + "]}").statusCode())
                .isEqualTo(200);
        assertThat(server.shelves.charts.find(own.id()).orElseThrow().owners()).containsOnly(mary.id(), paul.id());
        assertThat(asMary.put(path, "{\"owners\":[999]}").statusCode()).isEqualTo(400);
    }

    @Test
    void badBodiesAreRefusedByLineOrField() {
        HttpResponse<String> broken = asMary.post("/api/v1/chart/", "{\n \"slice_name\": \"x\",\n oops }");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(asMary.json(broken).path("message").asText()).contains("line 3");
        assertThat(asMary.post("/api/v1/chart/", "[]").statusCode()).isEqualTo(400);
        assertThat(asMary.post("/api/v1/chart/", "").statusCode()).isEqualTo(400);
        assertThat(asMary.post("/api/v1/chart/", "{\"slice_name\":5}").statusCode())
                .isEqualTo(400);
        assertThat(asMary.post("/api/v1/chart/", chart(open.id(), ",\"params\":\"nonsense\""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(asMary.with("Content-Type", "text/plain")
                        .post("/api/v1/chart/", "{}")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void aListHasSupersetsShape() {
        samples.chart(open, "One", mary.id());
        JsonNode list = asMary.json(asMary.get("/api/v1/chart/?q=(page_size:5)"));
        assertThat(list.path("count").asInt()).isEqualTo(1);
        assertThat(list.at("/result/0/datasource_name_text").asText()).isEqualTo("flights");
        assertThat(list.at("/result/0/url").asText()).isEqualTo("/explore/?slice_id=1");
        assertThat(list.at("/label_columns/slice_name").asText()).isEqualTo("Slice name");
        assertThat(asMary.get("/api/v1/chart/?q=(page").statusCode()).isEqualTo(400);
        assertThat(asMary.json(asMary.get("/api/v1/chart/related/owners"))
                        .path("count")
                        .asInt())
                .isEqualTo(3);
        assertThat(asMary.json(asMary.get("/api/v1/chart/favorite_status/?q=!(1)"))
                        .at("/result/0/value")
                        .asBoolean(true))
                .isFalse();
        assertThat(asMary.json(asMary.get("/api/v1/chart/_info"))
                        .path("permissions")
                        .toString())
                .contains("can_write");
    }

    @Test
    void aStoredAnswerGoesOutAsItIsOrInflatedOrNotAtAll() {
        HttpResponse<byte[]> packed = asMary.with("Accept-Encoding", "gzip")
                .send("GET", "/api/v1/chart/1/data/", null, BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(packed.body()).isEqualTo(FakeQueries.STORED);
        assertThat(packed.headers().firstValue("Server-Timing").orElseThrow()).matches("answer;dur=\\d+\\.\\d{3}");
        asMary.without("Accept-Encoding");
        HttpResponse<String> inflated = asMary.post("/api/v1/chart/data", "{\"form_data\":{\"slice_id\":1}}");
        assertThat(inflated.body()).isEqualTo(FakeQueries.ANSWER);
        assertThat(inflated.headers().firstValue("ETag")).contains("\"abc\"");
        HttpResponse<String> known = asMary.with("If-None-Match", "W/\"abc\"").get("/api/v1/chart/1/data/");
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(asMary.get("/api/v1/chart/404/data/").statusCode()).isEqualTo(404);
    }

    @Test
    void dataComesAsFilesUnderTheChartsName() {
        HttpResponse<String> csv = asMary.get("/api/v1/chart/1/data/?format=csv");
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"Fluge.csv\"; filename*=UTF-8''Fl%C3%BCge.csv");
        assertThat(csv.body()).isEqualTo("csv");
        HttpResponse<String> zip = asMary.post(
                "/api/v1/chart/data",
                "{\"datasource\":{\"id\":1,\"type\":\"table\"},\"queries\":[{},{}],\"result_format\":\"csv\"}");
        assertThat(zip.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(asMary.get("/api/v1/chart/1/data/?format=xlsx").headers().firstValue("Content-Type"))
                .contains("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        HttpResponse<String> arrow = asMary.get("/api/v1/chart/1/data/?format=arrow");
        assertThat(arrow.headers().firstValue("Content-Type")).contains("application/vnd.apache.arrow.stream");
        assertThat(arrow.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("Fluge.arrow");
        assertThat(asMary.get("/api/v1/chart/1/data/?format=docx").statusCode()).isEqualTo(400);
        assertThat(asMary.get("/api/v1/chart/1/data/?type=nonsense").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anAddressGivesAFileOnceAndOnlyToWhomItWasGiven() {
        String question = "{\"form_data\":{\"slice_id\":1},\"result_format\":\"csv\"}";
        HttpResponse<String> given = asMary.post("/api/v1/karavel/chart_files", question);
        assertThat(given.statusCode()).isEqualTo(200);
        String address = asMary.json(given).path("url").asText();
        assertThat(Browser.signedIn(server, "admin").get(address).statusCode()).isEqualTo(404);
        HttpResponse<String> file = asMary.get(address);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(file.body()).isEqualTo("csv");
        assertThat(asMary.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void whyAFileCannotBeHadIsToldBeforeItsAddress() {
        String unknown = "{\"form_data\":{\"slice_id\":404},\"result_format\":\"csv\"}";
        assertThat(asMary.post("/api/v1/karavel/chart_files", unknown).statusCode())
                .isEqualTo(404);
        String noFile = "{\"form_data\":{\"slice_id\":1},\"result_format\":\"json\"}";
        assertThat(asMary.post("/api/v1/karavel/chart_files", noFile).statusCode())
                .isEqualTo(400);
        assertThat(asMary.without("X-CSRFToken")
                        .post("/api/v1/karavel/chart_files", noFile)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aFileThatCannotEvenBeginIsAFailureAndNoFile() {
        HttpResponse<String> refused = asMary.get("/api/v1/chart/422/data/?format=csv");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(refused.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(asMary.json(refused).path("message").asText()).isEqualTo("No such column");
    }

    @Test
    void ourOwnPageAsksForColumnsByTheTypeItAccepts() {
        HttpResponse<String> columns = asMary.with("Accept", "application/vnd.karavel.columns+json, application/json")
                .post("/api/v1/chart/data", "{\"form_data\":{\"slice_id\":1}}");
        assertThat(columns.headers().firstValue("Content-Type")).contains("application/vnd.karavel.columns+json");
        assertThat(columns.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(columns.headers().firstValue("Vary").orElseThrow()).contains("Accept,");
        assertThat(asMary.post("/api/v1/chart/data", "{\"form_data\":{\"slice_id\":404}}")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/json");
    }

    @Test
    void whatIsAtHandForManyChartsComesInOneAnswerLineByLine() {
        String questions = "{\"questions\":[{\"form_data\":{\"slice_id\":1}},{\"form_data\":{\"slice_id\":2}},"
                + "{\"form_data\":{\"slice_id\":404}},{\"form_data\":{}},{\"form_data\":{\"slice_id\":3}}]}";
        HttpResponse<String> answer = asMary.without("Accept-Encoding").post("/api/v1/karavel/kept_data", questions);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(answer.body().lines())
                .containsExactly(FakeQueries.ANSWER, "null", "null", "null", FakeQueries.ANSWER);
        assertThat(asMary.post("/api/v1/karavel/kept_data", "{\"questions\":7}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoFindsTheQueueFullIsToldWhenToComeAgain() {
        HttpResponse<String> refused = asMary.get("/api/v1/chart/429/data/");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("7");
    }

    private static String chart(long datasetId, String more) {
        return "{\"slice_name\":\"Mine\",\"viz_type\":\"table\",\"datasource_type\":\"table\",\"datasource_id\":"
                + datasetId + more + "}";
    }
}
