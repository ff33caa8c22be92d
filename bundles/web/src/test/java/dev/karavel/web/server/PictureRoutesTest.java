package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureRoutesTest {
    private TestServer server;
    private Chart chart;
    private Chart secret;
    private Dashboard dashboard;
    private Browser asMary;
    private long mary;

    @BeforeEach
    void start() {
        server = new TestServer();
        Samples samples = new Samples(server);
        mary = server.addUser("mary", "Gamma").id();
        Dataset open = samples.dataset(samples.database("Warehouse", Map.of()), "flights");
        Dataset closed = samples.dataset(samples.database("Vault", Map.of()), "salaries");
        server.grant("Gamma", "datasource_access", "[Warehouse].[flights](id:" + open.id() + ")");
        chart = samples.chart(open, "Mine", mary);
        secret = samples.chart(closed, "Secret");
        dashboard = samples.dashboard("Board", true, List.of(chart.id()), mary);
        asMary = Browser.signedIn(server, "mary");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsSayWhereTheThumbnailsAre() {
        JsonNode charts = asMary.json(asMary.get("/api/v1/chart/"));
        String address = charts.at("/result/0/thumbnail_url").asText();
        assertThat(address)
                .isEqualTo("/api/v1/chart/" + chart.id() + "/thumbnail/c" + chart.id() + "v" + chart.version() + "/");
        HttpResponse<String> picture = asMary.get(address + "?theme=dark");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("content-type")).contains("image/png");
        assertThat(picture.headers().firstValue("cache-control")).contains("private, max-age=300");
        assertThat(picture.body()).contains("chart " + chart.id(), "dark=true", "for mary");
        JsonNode dashboards = asMary.json(asMary.get("/api/v1/dashboard/"));
        assertThat(asMary.get(dashboards.at("/result/0/thumbnail_url").asText()).body())
                .contains("dashboard " + dashboard.id());
    }

    @Test
    void theLatestIsAskedForAgainAndAnsweredByItsTag() {
        String path = "/api/v1/chart/" + chart.id() + "/screenshot/current/";
        HttpResponse<String> first = asMary.get(path);
        assertThat(first.headers().firstValue("cache-control")).contains("private, no-cache");
        String tag = first.headers().firstValue("etag").orElseThrow();
        assertThat(asMary.with("If-None-Match", tag).get(path).statusCode()).isEqualTo(304);
    }

    @Test
    void anOldDigestLeadsToTheRightOne() {
        HttpResponse<String> moved = asMary.get("/api/v1/chart/" + chart.id() + "/thumbnail/0123abc/?theme=dark");
        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(moved.headers().firstValue("location").orElseThrow())
                .endsWith("/thumbnail/c" + chart.id() + "v" + chart.version() + "/?theme=dark");
    }

    @Test
    void nobodySeesAPictureOfWhatHeMayNotSee() {
        assertThat(asMary.get("/api/v1/chart/" + secret.id() + "/thumbnail/current/")
                        .statusCode())
                .isEqualTo(404);
        assertThat(asMary.get("/api/v1/chart/" + secret.id() + "/cache_screenshot/")
                        .statusCode())
                .isEqualTo(404);
        assertThat(asMary.get("/api/v1/dashboard/999/screenshot/current/").statusCode())
                .isEqualTo(404);
        assertThat(new Browser(server)
                        .get("/api/v1/chart/" + chart.id() + "/thumbnail/current/")
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"width,abc", "scale,much", "theme,pink", "format,gif", "title,maybe"})
    void whatIsWrongIsSaidByItsName(String field, String value) {
        HttpResponse<String> refused =
                asMary.get("/api/v1/chart/" + chart.id() + "/screenshot/current/?" + field + "=" + value);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(asMary.json(refused).at("/errors/0/extra/field").asText()).isEqualTo(field);
    }

    @Test
    void aPictureMadeAheadSaysWhereItIs() {
        HttpResponse<String> made = asMary.post(
                "/api/v1/dashboard/" + dashboard.id() + "/cache_dashboard_screenshot/", "{\"activeTabs\":[\"TAB-1\"]}");
        assertThat(made.statusCode()).isEqualTo(202);
        String image = asMary.json(made).path("image_url").asText();
        assertThat(asMary.get(image).body()).contains("tabs=[TAB-1]");
        JsonNode ofChart = asMary.json(asMary.get("/api/v1/chart/" + chart.id() + "/cache_screenshot/"));
        assertThat(asMary.get(ofChart.path("image_url").asText() + "?download_format=pdf")
                        .headers()
                        .firstValue("content-type"))
                .contains("application/pdf");
    }

    @Test
    void formDataAndSamplesBecomeFiles() {
        HttpResponse<String> drawn = asMary.post(
                "/api/v1/chart/render",
                "{\"form_data\":{\"slice_id\":" + chart.id()
                        + ",\"x\":1},\"format\":\"svg\",\"width\":300,\"scale\":1.5,\"theme\":\"dark\"}");
        assertThat(drawn.statusCode()).isEqualTo(200);
        assertThat(drawn.headers().firstValue("content-disposition")).contains("attachment; filename=\"picture.svg\"");
        assertThat(drawn.body()).contains("x=1", "width=300", "scale=1.5", "dark=true", "SVG");
        HttpResponse<String> sample = asMary.post(
                "/api/v1/chart/render",
                "{\"form_data\":{\"viz_type\":\"pie\"},\"sample\":{\"results\":[{\"columns\":[{}],\"values\":[[1]]}]}}");
        assertThat(sample.body()).contains("sample pie");
        HttpResponse<String> uneven = asMary.post(
                "/api/v1/chart/render",
                "{\"form_data\":{\"viz_type\":\"pie\"},\"sample\":{\"results\":[{\"columns\":[{}],\"values\":[]}]}}");
        assertThat(asMary.json(uneven).at("/errors/0/extra/field").asText()).isEqualTo("sample");
    }

    @Test
    void theBrowserThatDrawsForSomebodyReadsAsTheyMayAndChangesNothing() {
        Browser drawing = new Browser(server).with("Cookie", "karavel_session=" + server.pictureProof(mary));
        assertThat(drawing.get("/chart/picture/").statusCode()).isEqualTo(200);
        assertThat(drawing.get("/api/v1/chart/" + chart.id()).statusCode()).isEqualTo(200);
        assertThat(drawing.get("/api/v1/chart/" + secret.id()).statusCode()).isEqualTo(404);
        assertThat(drawing.post("/api/v1/chart/data", "{\"form_data\":{\"slice_id\":" + chart.id() + "}}")
                        .statusCode())
                .isNotIn(401, 403);
        assertThat(drawing.delete("/api/v1/chart/" + chart.id()).statusCode()).isEqualTo(403);
        assertThat(drawing.post("/api/v1/chart/", "{}").statusCode()).isEqualTo(403);
        assertThat(new Browser(server)
                        .with("Authorization", "Bearer " + server.pictureProof(mary))
                        .get("/api/v1/me/")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aPictureIsMadeUnderFiltersAndFoundUnderThemAgain() {
        String path = "/api/v1/dashboard/" + dashboard.id();
        String body =
                "{\"dataMask\":{\"F\":{\"extraFormData\":{\"time_range\":\"Last week\"}}},\"anchor\":\"TAB-2\",\"urlParams\":[[\"a\",\"b\"]]}";
        HttpResponse<String> made = asMary.post(path + "/cache_dashboard_screenshot/", body);
        assertThat(made.statusCode()).isEqualTo(202);
        String image = asMary.json(made).path("image_url").asText();
        assertThat(asMary.get(image).body()).contains("Last week", "TAB-2", "{a=b}");
        assertThat(asMary.get(path + "/screenshot/current/?state=nobody").statusCode())
                .isEqualTo(404);
        String key = asMary.json(asMary.post(path + "/filter_state", "{\"value\":\"{\\\"G\\\":{}}\"}"))
                .path("key")
                .asText();
        assertThat(asMary.get(path + "/screenshot/current/?native_filters_key=" + key)
                        .body())
                .contains("{\"G\":{}}");
        HttpResponse<String> wrong = asMary.post(path + "/cache_dashboard_screenshot/", "{\"dataMask\":[1]}");
        assertThat(asMary.json(wrong).at("/errors/0/extra/field").asText()).isEqualTo("dataMask");
    }
}
