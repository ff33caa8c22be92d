package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.User;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DashboardEditingTest {
    private TestServer server;
    private Samples samples;
    private User mary;
    private Chart seen;
    private Dashboard board;
    private Browser asMary;
    private Browser asPaul;

    @BeforeEach
    void start() {
        server = new TestServer();
        samples = new Samples(server);
        mary = server.addUser("mary", "Alpha");
        User paul = server.addUser("paul", "Alpha");
        Dataset flights = samples.dataset(samples.database("Warehouse", Map.of()), "flights");
        seen = samples.chart(flights, "Flights");
        board = samples.dashboard("World", true, List.of(), mary.id(), paul.id());
        asMary = Browser.signedIn(server, "mary");
        asPaul = Browser.signedIn(server, "paul");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theSecondOfTwoEditorsIsTold() {
        int began = result(asMary, "world").path("version").asInt();
        assertThat(result(asPaul, "world").path("is_editable").asBoolean()).isTrue();
        assertThat(change(asPaul, "{\"version\":" + began + ",\"dashboard_title\":\"Paul's\"}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> late = change(asMary, "{\"version\":" + began + ",\"dashboard_title\":\"Mary's\"}");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(asMary.json(late).at("/errors/0/extra/field").asText()).isEqualTo("version");
        assertThat(result(asMary, "world").path("dashboard_title").asText()).isEqualTo("Paul's");
        assertThat(change(asMary, "{\"dashboard_title\":\"Mary's\"}").statusCode())
                .as("who names no version wants no check")
                .isEqualTo(200);
    }

    @Test
    void chartsOfTheLayoutGetTheirUuidsSoThatOtherPlacesFindThem() {
        change(asMary, "{\"position_json\":" + layout(seen.id()) + "}");
        assertThat(server.shelves.dashboards.find(board.id()).orElseThrow().position())
                .isEqualTo("{\"A\":{\"type\":\"CHART\",\"id\":\"A\",\"meta\":{\"chartId\":" + seen.id() + ",\"uuid\":\""
                        + seen.uuid() + "\"}}}");
    }

    @Test
    void aCopyIsADraftOfItsMakerWithTheSameLayout() {
        change(asMary, "{\"position_json\":" + layout(seen.id()) + "}");
        HttpResponse<String> made =
                asPaul.post("/api/v1/dashboard/world/copy/", "{\"dashboard_title\":\"Other world\"}");
        assertThat(made.statusCode()).isEqualTo(200);
        Dashboard copy = copied(asPaul.json(made));
        assertThat(copy.title()).isEqualTo("Other world");
        assertThat(copy.published()).isFalse();
        assertThat(copy.owners()).hasSize(1).doesNotContain(mary.id());
        assertThat(copy.charts()).containsExactly(seen.id());
        assertThat(copy.uuid()).isNotEqualTo(board.uuid());
    }

    @Test
    void chartsAreCopiedAlongIfWishedAndTheFiltersSpeakOfTheCopies() {
        change(asMary, "{\"position_json\":" + layout(seen.id()) + "}");
        String metadata = ("{'chart_configuration':{'#':{'id':#,'crossFilters':{'chartsInScope':[#]}}},"
                        + "'native_filter_configuration':[{'id':'F','chartsInScope':[#,77]}]}")
                .replace('\'', '"')
                .replace("#", "" + seen.id());
        JsonNode made = asMary.json(asMary.post(
                "/api/v1/dashboard/world/copy/",
                "{\"dashboard_title\":\"Own\",\"duplicate_slices\":true,\"json_metadata\":" + metadata + "}"));
        Dashboard copy = copied(made);
        assertThat(copy.charts()).hasSize(1).doesNotContain(seen.id());
        Chart chart = server.shelves.charts.find(copy.charts().get(0)).orElseThrow();
        assertThat(chart.name()).isEqualTo("Flights");
        assertThat(chart.owners()).containsExactly(mary.id());
        assertThat(copy.position()).contains(chart.uuid().toString()).contains("\"chartId\":" + chart.id());
        assertThat(copy.metadata())
                .contains("{\"" + chart.id() + "\":{\"id\":" + chart.id())
                .contains("\"chartsInScope\":[" + chart.id() + ",77]")
                .contains("\"chartsInScope\":[" + chart.id() + "]");
    }

    @Test
    void aCopyNeedsATitleAndASource() {
        assertThat(asMary.post("/api/v1/dashboard/world/copy/", "{}").statusCode())
                .isEqualTo(400);
        assertThat(asMary.post("/api/v1/dashboard/nothing/copy/", "{\"dashboard_title\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void coloursChangeAndTheRestOfTheMetadataStays() {
        change(asMary, "{\"json_metadata\":{\"refresh_frequency\":60,\"color_scheme\":\"old\"}}");
        String colors = "{\"color_scheme\":\"sea\",\"label_colors\":{\"a\":\"#fff\"}}";
        assertThat(asMary.put("/api/v1/dashboard/" + board.id() + "/colors", colors)
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.shelves.dashboards.find(board.id()).orElseThrow().metadata())
                .isEqualTo("{\"refresh_frequency\":60,\"color_scheme\":\"sea\",\"label_colors\":{\"a\":\"#fff\"}}");
        assertThat(asMary.put("/api/v1/dashboard/" + board.id() + "/colors", "{\"label_colors\":[1]}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aLinkRemembersWhatWasSeenAndGivesNobodyRights() {
        String state = "{\"dataMask\":{\"F\":{\"filterState\":{\"value\":[\"x\"]}}},\"activeTabs\":[\"TAB-1\"],"
                + "\"anchor\":\"CHART-1\",\"urlParams\":[[\"time_range\",\"Last week\"]],\"other\":1}";
        HttpResponse<String> made = asMary.post("/api/v1/dashboard/" + board.id() + "/permalink", state);
        assertThat(made.statusCode()).isEqualTo(201);
        String key = asMary.json(made).path("key").asText();
        assertThat(asMary.json(made).path("url").asText()).isEqualTo("/superset/dashboard/p/" + key + "/");
        JsonNode read = asPaul.json(asPaul.get("/api/v1/dashboard/permalink/" + key));
        assertThat(read.path("url").asText()).isEqualTo("/dashboard/world/");
        assertThat(read.at("/state/dataMask/F/filterState/value/0").asText()).isEqualTo("x");
        assertThat(read.at("/state/activeTabs/0").asText()).isEqualTo("TAB-1");
        assertThat(read.at("/state/anchor").asText()).isEqualTo("CHART-1");
        assertThat(read.at("/state/other").isMissingNode()).isTrue();
        change(asMary, "{\"published\":false}");
        server.addUser("gina", "Gamma");
        assertThat(Browser.signedIn(server, "gina")
                        .get("/api/v1/dashboard/permalink/" + key)
                        .statusCode())
                .isEqualTo(404);
        assertThat(asMary.get("/api/v1/dashboard/permalink/unknown").statusCode())
                .isEqualTo(404);
        assertThat(asMary.post("/api/v1/dashboard/world/permalink", "{\"activeTabs\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> change(Browser who, String body) {
        return who.put("/api/v1/dashboard/" + board.id(), body);
    }

    private static JsonNode result(Browser who, String slug) {
        return who.json(who.get("/api/v1/dashboard/" + slug)).path("result");
    }

    private Dashboard copied(JsonNode answer) {
        return server.shelves.dashboards.find(answer.at("/result/id").asLong()).orElseThrow();
    }

    private static String layout(long chart) {
        return "{\"A\":{\"type\":\"CHART\",\"id\":\"A\",\"meta\":{\"chartId\":" + chart + "}}}";
    }
}
