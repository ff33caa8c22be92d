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

class DashboardRoutesTest {
    private TestServer server;
    private Samples samples;
    private User mary;
    private User paul;
    private Chart seen;
    private Chart hidden;
    private Browser asMary;

    @BeforeEach
    void start() {
        server = new TestServer();
        samples = new Samples(server);
        mary = server.addUser("mary", "Gamma");
        paul = server.addUser("paul", "Gamma");
        Dataset open = samples.dataset(samples.database("Warehouse", Map.of()), "flights");
        Dataset closed = samples.dataset(samples.database("Vault", Map.of()), "salaries");
        server.grant("Gamma", "datasource_access", "[Warehouse].[flights](id:" + open.id() + ")");
        seen = samples.chart(open, "Flights");
        hidden = samples.chart(closed, "Salaries");
        asMary = Browser.signedIn(server, "mary");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aDashboardIsFoundByIdSlugAndUuid() {
        Dashboard dashboard = samples.dashboard("World", true, List.of(seen.id()));
        for (String address :
                List.of("" + dashboard.id(), "world", dashboard.uuid().toString())) {
            JsonNode result =
                    asMary.json(asMary.get("/api/v1/dashboard/" + address)).path("result");
            assertThat(result.path("id").asLong()).isEqualTo(dashboard.id());
            assertThat(result.path("url").asText()).isEqualTo("/dashboard/world/");
            assertThat(result.path("charts").toString()).isEqualTo("[\"Flights\"]");
        }
    }

    @Test
    void draftsOfOthersAndDashboardsOfForeignDataAreAsGoodAsMissing() {
        samples.dashboard("Draft", false, List.of(seen.id()), paul.id());
        samples.dashboard("Vault", true, List.of(hidden.id()), paul.id());
        for (String slug : List.of("draft", "vault", "nothing")) {
            for (String part : List.of("", "/charts", "/datasets", "/tabs")) {
                assertThat(asMary.get("/api/v1/dashboard/" + slug + part).statusCode())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void itsChartsComeWithFormDataAndItsDatasetsAsFarAsTheyMayBeQueried() {
        samples.dashboard("World", true, List.of(seen.id(), hidden.id()));
        JsonNode charts =
                asMary.json(asMary.get("/api/v1/dashboard/world/charts")).path("result");
        assertThat(charts.at("/0/form_data/slice_id").asLong()).isEqualTo(seen.id());
        assertThat(charts.at("/0/form_data/datasource").asText()).isEqualTo(seen.datasetId() + "__table");
        assertThat(charts.at("/0/form_data/all_columns/0").asText()).isEqualTo("a");
        JsonNode datasets =
                asMary.json(asMary.get("/api/v1/dashboard/world/datasets")).path("result");
        assertThat(datasets).hasSize(1);
        assertThat(datasets.at("/0/table_name").asText()).isEqualTo("flights");
    }

    @Test
    void whichChartsItHoldsFollowsFromItsLayoutAndOnlyVisibleOnesCanBeAdded() {
        String layout = ("{'A':{'type':'CHART','meta':{'chartId':" + seen.id()
                        + "}},'B':{'type':'CHART','meta':{'chartId':" + hidden.id()
                        + "}},'C':{'type':'CHART','meta':{'chartId':999}}}")
                .replace('\'', '"');
        HttpResponse<String> created = asMary.post(
                "/api/v1/dashboard/",
                "{\"dashboard_title\":\"Mine\",\"slug\":\"my board\",\"position_json\":" + layout + "}");
        assertThat(created.statusCode()).isEqualTo(201);
        Dashboard saved = server.shelves.dashboards.findBySlug("my-board").orElseThrow();
        assertThat(saved.charts()).containsExactly(seen.id());
        assertThat(saved.owners()).containsExactly(mary.id());
        String metadata = "{\"json_metadata\":{\"color_scheme\":\"x\",\"positions\":{\"D\":{\"type\":\"ROOT\"}}}}";
        assertThat(asMary.put("/api/v1/dashboard/" + saved.id(), metadata).statusCode())
                .isEqualTo(200);
        Dashboard changed = server.shelves.dashboards.find(saved.id()).orElseThrow();
        assertThat(changed.charts()).isEmpty();
        assertThat(changed.position()).isEqualTo("{\"D\":{\"type\":\"ROOT\"}}");
        assertThat(changed.metadata()).isEqualTo("{\"color_scheme\":\"x\"}");
    }

    @Test
    void addressesThatWouldClashAreRefused() {
        for (String slug : List.of("12", "list", "../x", "a/b", "<b>")) {
            String body = "{\"dashboard_title\":\"Mine\",\"slug\":\"" + slug + "\"}";
            assertThat(asMary.post("/api/v1/dashboard/", body).statusCode())
                    .as(slug)
                    .isEqualTo(400);
        }
    }

    @Test
    void onlyOwnersChangeADashboard() {
        Dashboard dashboard = samples.dashboard("World", true, List.of(seen.id()), paul.id());
        assertThat(asMary.put("/api/v1/dashboard/" + dashboard.id(), "{\"css\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(asMary.delete("/api/v1/dashboard/" + dashboard.id()).statusCode())
                .isEqualTo(403);
        assertThat(Browser.signedIn(server, "paul")
                        .delete("/api/v1/dashboard/" + dashboard.id())
                        .statusCode())
                .isEqualTo(200);
    }
}
