package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.User;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatasetRoutesTest {
    private TestServer server;
    private Database warehouse;
    private User alpha;
    private Browser asAlpha;

    @BeforeEach
    void start() {
        server = new TestServer();
        warehouse = new Samples(server).database("Warehouse", Map.of());
        alpha = server.addUser("alpha", "Alpha");
        server.addUser("gamma", "Gamma");
        asAlpha = Browser.signedIn(server, "alpha");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aDatasetIsMadeFromATableWithItsColumnsAndACount() {
        HttpResponse<String> created = asAlpha.post("/api/v1/dataset/", dataset("flights", ""));
        assertThat(created.statusCode()).isEqualTo(201);
        server.news();
        JsonNode result = asAlpha.json(asAlpha.get("/api/v1/dataset/1")).path("result");
        assertThat(result.path("main_dttm_col").asText()).isEqualTo("day");
        assertThat(result.at("/columns/0/column_name").asText()).isEqualTo("day");
        assertThat(result.at("/columns/0/type_generic").asInt()).isEqualTo(2);
        assertThat(result.at("/metrics/0/metric_name").asText()).isEqualTo("count");
        assertThat(result.at("/verbose_map/count").asText()).isEqualTo("COUNT(*)");
        assertThat(asAlpha.post("/api/v1/dataset/", dataset("flights", "")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void settingsOfADatasetAreSetShownAndHeldToTheirRules() {
        asAlpha.post("/api/v1/dataset/", dataset("flights", ",\"offset\":-2,\"catalog\":\"lake\""));
        server.news();
        assertThat(asAlpha.put(
                                "/api/v1/dataset/1",
                                "{\"template_params\":\"{\\\"a\\\":1}\",\"fetch_values_predicate\":\"day > 1\","
                                        + "\"always_filter_main_dttm\":true,\"normalize_columns\":true,"
                                        + "\"filter_select_enabled\":false,\"time_zone\":\"Europe/Berlin\"}")
                        .statusCode())
                .isEqualTo(200);
        JsonNode result = asAlpha.json(asAlpha.get("/api/v1/dataset/1")).path("result");
        assertThat(result.path("offset").asInt()).isEqualTo(-2);
        assertThat(result.path("catalog").asText()).isEqualTo("lake");
        assertThat(result.path("template_params").asText()).isEqualTo("{\"a\":1}");
        assertThat(result.path("fetch_values_predicate").asText()).isEqualTo("day > 1");
        assertThat(result.path("always_filter_main_dttm").asBoolean()).isTrue();
        assertThat(result.path("normalize_columns").asBoolean()).isTrue();
        assertThat(result.path("filter_select_enabled").asBoolean()).isFalse();
        assertThat(result.path("time_zone").asText()).isEqualTo("Europe/Berlin");
        for (String wrong :
                new String[] {"{\"time_zone\":\"Mars/Olympus\"}", "{\"offset\":100000}", "{\"template_params\":\"[1]\"}"
                }) {
            assertThat(asAlpha.put("/api/v1/dataset/1", wrong).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aStatementHasToBeProvenHarmless() {
        String harmful = ",\"sql\":\"delete from flights\"";
        assertThat(asAlpha.post("/api/v1/dataset/", dataset("virtual", harmful)).statusCode())
                .isEqualTo(422);
        assertThat(asAlpha.post("/api/v1/dataset/", dataset("virtual", ",\"sql\":\"select 1\""))
                        .statusCode())
                .isEqualTo(201);
        server.news();
        assertThat(asAlpha.put("/api/v1/dataset/1", "{\"sql\":\"delete from flights\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(server.shelves.datasets.find(1).flatMap(Dataset::sql)).contains("select 1");
    }

    @Test
    void aStatementKeepsItsTemplatesAndIsReadAsRendered() {
        assertThat(asAlpha.post("/api/v1/dataset/", dataset("virtual", ",\"sql\":\"{{ x }}select 1\""))
                        .statusCode())
                .isEqualTo(201);
        server.news();
        assertThat(server.shelves.datasets.find(1).flatMap(Dataset::sql)).contains("{{ x }}select 1");
        assertThat(asAlpha.put("/api/v1/dataset/1", "{\"sql\":\"{{ x }}delete from flights\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(asAlpha.put("/api/v1/dataset/1/refresh", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void aTableSomebodyMayNotReadIsNoPartOfTheirDatasets() {
        assertThat(asAlpha.post("/api/v1/dataset/", dataset("virtual", ",\"sql\":\"select * from secrets\""))
                        .statusCode())
                .isEqualTo(403);
        asAlpha.post("/api/v1/dataset/", dataset("virtual", ",\"sql\":\"select 1\""));
        server.news();
        assertThat(asAlpha.put("/api/v1/dataset/1", "{\"sql\":\"select * from secrets\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void columnsReadAnewForgetWhatPeopleSet() {
        asAlpha.post("/api/v1/dataset/", dataset("flights", ""));
        server.news();
        String named = "{\"columns\":[{\"column_name\":\"day\",\"verbose_name\":\"Day\"},"
                + "{\"column_name\":\"long\",\"expression\":\"distance > 1000\"}]}";
        assertThat(asAlpha.put("/api/v1/dataset/1", named).statusCode()).isEqualTo(200);
        assertThat(asAlpha.put("/api/v1/dataset/1?override_columns=true", "{}").statusCode())
                .isEqualTo(200);
        assertThat(server.shelves.datasets.find(1).orElseThrow().columns())
                .extracting(column -> column.label())
                .contains("day", "long")
                .doesNotContain("Day");
    }

    @Test
    void gammaReadsDatasetsAtMost() {
        Browser gamma = Browser.signedIn(server, "gamma");
        assertThat(gamma.post("/api/v1/dataset/", dataset("flights", "")).statusCode())
                .isEqualTo(403);
        assertThat(gamma.put("/api/v1/dataset/1", "{}").statusCode()).isEqualTo(403);
        asAlpha.post("/api/v1/dataset/", dataset("flights", ""));
        server.news();
        assertThat(gamma.get("/api/v1/dataset/1").statusCode()).isEqualTo(404);
        assertThat(gamma.json(gamma.get("/api/v1/dataset/related/database"))
                        .path("count")
                        .asInt())
                .isZero();
    }

    @Test
    void columnsAndMetricsAreChangedByIdAddedAndLeftOut() {
        asAlpha.post("/api/v1/dataset/", dataset("flights", ""));
        server.news();
        String change = "{\"columns\":[{\"column_name\":\"day\",\"verbose_name\":\"Day\"},"
                + "{\"column_name\":\"long\",\"expression\":\"distance > 1000\"}],"
                + "\"metrics\":[{\"metric_name\":\"km\",\"expression\":\"SUM(distance)\",\"currency\":{\"symbol\":\"EUR\"}}]}";
        assertThat(asAlpha.put("/api/v1/dataset/1", change).statusCode()).isEqualTo(200);
        Dataset saved = server.shelves.datasets.find(1).orElseThrow();
        assertThat(saved.columns())
                .extracting(column -> column.name() + "/" + column.label())
                .containsExactly("day/Day", "long/long");
        assertThat(saved.metrics())
                .extracting(metric -> metric.name() + metric.currency())
                .containsExactly("km{\"symbol\":\"EUR\"}");
        assertThat(saved.owners()).isEqualTo(Set.of(alpha.id()));
        String twice =
                "{\"metrics\":[{\"metric_name\":\"a\",\"expression\":\"1\"},{\"metric_name\":\"a\",\"expression\":\"2\"}]}";
        assertThat(asAlpha.put("/api/v1/dataset/1", twice).statusCode()).isEqualTo(400);
    }

    private String dataset(String table, String more) {
        return "{\"database\":" + warehouse.id() + ",\"table_name\":\"" + table + "\"" + more + "}";
    }
}
