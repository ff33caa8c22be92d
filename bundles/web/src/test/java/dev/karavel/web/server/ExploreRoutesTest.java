package dev.karavel.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Database;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExploreRoutesTest {
    private static final String LINK = "{\"formData\":{\"datasource\":\"1__table\",\"viz_type\":\"pie\"}}";

    private TestServer server;
    private Database warehouse;
    private Browser asAlpha;
    private Browser asGamma;

    @BeforeEach
    void start() {
        server = new TestServer();
        warehouse = new Samples(server).database("Warehouse", Map.of());
        server.addUser("alpha", "Alpha");
        server.addUser("gamma", "Gamma");
        asAlpha = Browser.signedIn(server, "alpha");
        asGamma = Browser.signedIn(server, "gamma");
        asAlpha.post("/api/v1/dataset/", "{\"database\":" + warehouse.id() + ",\"table_name\":\"flights\"}");
        server.news();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aLinkOpensWhatItWasMadeFrom() {
        HttpResponse<String> made = asAlpha.post("/api/v1/explore/permalink", LINK);
        assertThat(made.statusCode()).isEqualTo(201);
        String key = asAlpha.json(made).path("key").asText();
        assertThat(asAlpha.json(made).path("url").asText()).isEqualTo("/superset/explore/p/" + key + "/");
        JsonNode read = asAlpha.json(asAlpha.get("/api/v1/explore/permalink/" + key));
        assertThat(read.at("/state/formData/viz_type").asText()).isEqualTo("pie");
        assertThat(read.path("datasourceId").asLong()).isEqualTo(1);
        assertThat(read.path("chartId").isNull()).isTrue();
    }

    @Test
    void aLinkGivesNobodyRightsTheyDoNotHave() {
        String key = asAlpha.json(asAlpha.post("/api/v1/explore/permalink", LINK))
                .path("key")
                .asText();
        assertThat(asGamma.get("/api/v1/explore/permalink/" + key).statusCode()).isEqualTo(404);
        assertThat(asGamma.post("/api/v1/explore/permalink", LINK).statusCode()).isEqualTo(404);
        assertThat(asAlpha.get("/api/v1/explore/permalink/unknown").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aLinkNeedsFormDataWithADataset() {
        for (String wrong : new String[] {"{}", "{\"formData\":[]}", "{\"formData\":{\"datasource\":\"x\"}}"}) {
            HttpResponse<String> answer = asAlpha.post("/api/v1/explore/permalink", wrong);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(asAlpha.json(answer).at("/errors/0/extra/field").asText())
                    .isEqualTo("formData");
        }
    }

    @Test
    void formDataIsKeptReplacedAndForgottenByItsOwner() {
        String body =
                "{\"datasource_id\":1,\"datasource_type\":\"table\",\"form_data\":\"{\\\"viz_type\\\":\\\"pie\\\"}\"}";
        HttpResponse<String> kept = asAlpha.post("/api/v1/explore/form_data", body);
        assertThat(kept.statusCode()).isEqualTo(201);
        String path =
                "/api/v1/explore/form_data/" + asAlpha.json(kept).path("key").asText();
        assertThat(asAlpha.json(asAlpha.get(path)).path("form_data").asText()).isEqualTo("{\"viz_type\":\"pie\"}");
        assertThat(asAlpha.put(path, body.replace("pie", "table")).statusCode()).isEqualTo(200);
        assertThat(asAlpha.json(asAlpha.get(path)).path("form_data").asText()).contains("table");
        assertThat(asGamma.get(path).statusCode()).isEqualTo(404);
        assertThat(asGamma.put(path, body).statusCode()).isEqualTo(403);
        assertThat(asGamma.delete(path).statusCode()).isEqualTo(403);
        assertThat(asAlpha.delete(path).statusCode()).isEqualTo(200);
        assertThat(asAlpha.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void wordsForATimeAreResolvedOneByOneOrTogether() {
        JsonNode one = asAlpha.json(asAlpha.get("/api/v1/time_range/?q=" + encoded("'Last week'")));
        assertThat(one.at("/result/0/since").asText()).isEqualTo("2001-02-05T00:00:00");
        assertThat(one.at("/result/0/until").asText()).isEqualTo("2001-02-12T06:30:15");
        JsonNode two = asAlpha.json(
                asAlpha.get("/api/v1/time_range/?q=" + encoded("!((timeRange:'Last week'),(timeRange:'No filter'))")));
        assertThat(two.at("/result/1/since").isNull()).isTrue();
        assertThat(two.at("/result/1/timeRange").asText()).isEqualTo("No filter");
        HttpResponse<String> wrong = asAlpha.get("/api/v1/time_range/?q=" + encoded("'someday'"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(asAlpha.json(wrong).at("/errors/0/extra/field").asText()).isEqualTo("time_range");
    }

    @Test
    void aStatementIsCheckedBeforeItBecomesADataset() {
        String path = "/api/v1/database/" + warehouse.id() + "/validate_sql/";
        JsonNode good = asAlpha.json(asAlpha.post(path, "{\"sql\":\"select 1\"}"));
        assertThat(good.path("result").size()).isZero();
        assertThat(good.path("columns").size()).isPositive();
        JsonNode bad = asAlpha.json(asAlpha.post(path, "{\"sql\":\"delete from flights\"}"));
        assertThat(bad.at("/result/0/message").asText()).isNotBlank();
        assertThat(asAlpha.post(path, "{}").statusCode()).isEqualTo(400);
        assertThat(asGamma.post(path, "{\"sql\":\"select 1\"}").statusCode()).isEqualTo(403);
    }

    @Test
    void whatASyncWouldChangeIsToldBefore() {
        String other = "{\"columns\":[{\"column_name\":\"day\",\"type\":\"TEXT\"},{\"column_name\":\"gone\"},"
                + "{\"column_name\":\"long\",\"expression\":\"distance > 1000\"}]}";
        assertThat(asAlpha.put("/api/v1/dataset/1", other).statusCode()).isEqualTo(200);
        JsonNode changes =
                asAlpha.json(asAlpha.get("/api/v1/dataset/1/source_changes")).path("result");
        assertThat(changes.at("/removed/0/column_name").asText()).isEqualTo("gone");
        assertThat(changes.at("/changed/0/column_name").asText()).isEqualTo("day");
        assertThat(changes.at("/changed/0/type_before").asText()).isEqualTo("TEXT");
        assertThat(changes.path("added").findValuesAsText("column_name")).doesNotContain("long", "day");
    }

    @Test
    void whoeverBeganWithAnOlderVersionIsToldSo() {
        HttpResponse<String> late = asAlpha.put("/api/v1/dataset/1", "{\"version\":0,\"description\":\"late\"}");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(asAlpha.json(late).at("/errors/0/extra/field").asText()).isEqualTo("version");
        int version = asAlpha.json(asAlpha.get("/api/v1/dataset/1"))
                .at("/result/version")
                .asInt();
        assertThat(asAlpha.put("/api/v1/dataset/1", "{\"version\":" + version + ",\"description\":\"now\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void notesOnColumnsAndMetricsAreKept() {
        String notes = "{\"columns\":[{\"column_name\":\"day\",\"python_date_format\":\"%Y-%m-%d\","
                + "\"extra\":\"{\\\"certification\\\":{\\\"certified_by\\\":\\\"Data\\\"}}\"}],"
                + "\"metrics\":[{\"metric_name\":\"count\",\"expression\":\"COUNT(*)\",\"warning_text\":\"since 2001\"}]}";
        assertThat(asAlpha.put("/api/v1/dataset/1", notes).statusCode()).isEqualTo(200);
        JsonNode read = asAlpha.json(asAlpha.get("/api/v1/dataset/1")).path("result");
        assertThat(read.at("/columns/0/python_date_format").asText()).isEqualTo("%Y-%m-%d");
        assertThat(read.at("/columns/0/extra").asText()).contains("certified_by");
        assertThat(read.at("/metrics/0/warning_text").asText()).isEqualTo("since 2001");
        assertThat(asAlpha.put("/api/v1/dataset/1", "{\"columns\":[{\"column_name\":\"day\",\"extra\":\"[\"}]}")
                        .statusCode())
                .isEqualTo(400);
    }

    private static String encoded(String rison) {
        return URLEncoder.encode(rison, UTF_8);
    }
}
