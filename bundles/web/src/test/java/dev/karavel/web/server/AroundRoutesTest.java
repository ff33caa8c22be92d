package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.SavedVersion;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Theme;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions, favourites and templates of CSS. */
class AroundRoutesTest {
    private TestServer server;
    private Samples samples;
    private User mary;
    private Browser asMary;
    private Browser asGuest;
    private Dataset flights;
    private Chart delays;
    private Dashboard world;

    @BeforeEach
    void start() {
        server = new TestServer();
        samples = new Samples(server);
        mary = server.addUser("mary", "Alpha");
        server.addUser("guest", "Gamma");
        asMary = Browser.signedIn(server, "mary");
        asGuest = Browser.signedIn(server, "guest");
        flights = samples.dataset(samples.database("warehouse", Map.of()), "flights");
        delays = samples.chart(flights, "Delays", mary.id());
        world = samples.dashboard("World", true, List.of(delays.id()), mary.id());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void versionsTellWhoSavedWhenAndHowMuchChanged() {
        server.shelves.versions.add(
                ThingKind.DASHBOARD,
                world,
                new SavedVersion(
                        3,
                        Instant.parse("2026-05-01T10:00:00Z"),
                        Optional.of(mary.id()),
                        Map.of("position", 4, "certifiedBy", 1)));
        JsonNode row = asMary.json(asMary.get("/api/v1/dashboard/" + world.id() + "/versions/"))
                .at("/result/0");
        assertThat(row.path("version").asInt()).isEqualTo(3);
        assertThat(row.path("saved_on").asText()).isEqualTo("2026-05-01T10:00:00Z");
        assertThat(row.at("/saved_by/first_name").asText()).isEqualTo("mary");
        assertThat(row.at("/changes/position_json").asInt()).isEqualTo(4);
        assertThat(row.at("/changes/certified_by").asInt()).isEqualTo(1);
    }

    @Test
    void aVersionIsShownWholeAndComesBack() {
        Dashboard then = new Dashboard(
                world.id(),
                world.uuid(),
                1,
                "Before",
                Optional.of("old"),
                "",
                "{\"A\":{}}",
                "{\"b\":1}",
                ".c{}",
                false,
                "",
                "",
                List.of(delays.id(), 4711L),
                Set.of(),
                Set.of(),
                Optional.empty(),
                world.stamp());
        server.shelves.versions.add(
                ThingKind.DASHBOARD, then, new SavedVersion(1, Instant.EPOCH, Optional.empty(), Map.of()));
        String path = "/api/v1/dashboard/" + world.id() + "/versions/1";
        JsonNode shown = asMary.json(asMary.get(path)).path("result");
        assertThat(shown.path("dashboard_title").asText()).isEqualTo("Before");
        assertThat(shown.path("position_json").asText()).isEqualTo("{\"A\":{}}");

        assertThat(asGuest.post(path + "/restore", "").statusCode()).isEqualTo(404);
        assertThat(asMary.post(path + "/restore", "").statusCode()).isEqualTo(200);
        Dashboard now = server.shelves.dashboards.find(world.id()).orElseThrow();
        assertThat(now.title()).isEqualTo("Before");
        assertThat(now.css()).isEqualTo(".c{}");
        assertThat(now.charts()).containsExactly(delays.id());
        assertThat(now.slug()).contains("world");
        assertThat(now.published()).isTrue();
        assertThat(now.owners()).containsExactly(mary.id());
        assertThat(asMary.get("/api/v1/dashboard/" + world.id() + "/versions/9").statusCode())
                .isEqualTo(404);
    }

    @Test
    void chartsAndDatasetsComeBackToo() {
        server.shelves.versions.add(
                ThingKind.CHART, delays, new SavedVersion(1, Instant.EPOCH, Optional.empty(), Map.of()));
        asMary.put("/api/v1/chart/" + delays.id(), "{\"slice_name\":\"Other\"}");
        assertThat(asMary.post("/api/v1/chart/" + delays.id() + "/versions/1/restore", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.shelves.charts.find(delays.id()).orElseThrow().name()).isEqualTo("Delays");

        server.shelves.versions.add(
                ThingKind.DATASET, flights, new SavedVersion(1, Instant.EPOCH, Optional.empty(), Map.of()));
        server.addUser("root", "Admin");
        Browser asRoot = Browser.signedIn(server, "root");
        asRoot.put("/api/v1/dataset/" + flights.id(), "{\"description\":\"new words\"}");
        assertThat(asRoot.post("/api/v1/dataset/" + flights.id() + "/versions/1/restore", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.shelves.datasets.find(flights.id()).orElseThrow().description())
                .isEmpty();
    }

    @Test
    void favouritesAreMarkedAndUnmarkedByWhoSeesThem() {
        String mark = "/api/v1/dashboard/" + world.id() + "/favorites/";
        assertThat(asMary.post(mark, "").statusCode()).isEqualTo(200);
        assertThat(asGuest.post(mark, "").statusCode()).isEqualTo(404);
        assertThat(marked("dashboard", world.id())).isTrue();
        assertThat(asMary.delete(mark).statusCode()).isEqualTo(200);
        assertThat(marked("dashboard", world.id())).isFalse();

        asMary.post("/api/v1/chart/" + delays.id() + "/favorites/", "");
        assertThat(marked("chart", delays.id())).isTrue();
    }

    @Test
    void templatesOfCssAreMadeReadChangedAndDeleted() {
        String templates = "/api/v1/css_template/";
        assertThat(asMary.post(templates, "{\"template_name\":\"Calm\",\"css\":\".a{}\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(asMary.post(templates, "{\"css\":\".a{}\"}").body()).contains("template_name");
        assertThat(asMary.put(templates + "1", "{\"css\":\".b{}\"}").statusCode())
                .isEqualTo(200);
        JsonNode list = asMary.json(asMary.get(templates));
        assertThat(list.at("/result/0/css").asText()).isEqualTo(".b{}");
        assertThat(list.at("/result/0/created_by/first_name").asText()).isEqualTo("mary");
        assertThat(asGuest.get(templates).statusCode()).isEqualTo(403);
        assertThat(asMary.delete(templates + "?q=!(1)").statusCode()).isEqualTo(200);
        assertThat(asMary.get(templates + "1").statusCode()).isEqualTo(404);
    }

    @Test
    void themesAreMadeByAdministratorsAndChosenByDashboards() {
        server.addUser("root", "Admin");
        Browser asRoot = Browser.signedIn(server, "root");
        String themes = "/api/v1/theme/";
        String sea = "{\"theme_name\":\"Sea\",\"json_data\":\"{\\\"light\\\":{\\\"accent\\\":\\\"#003344\\\"}}\"}";
        assertThat(asMary.post(themes, sea).statusCode()).isEqualTo(403);
        assertThat(asRoot.post(themes, sea).statusCode()).isEqualTo(201);
        String board = "/api/v1/dashboard/" + world.id();
        assertThat(asMary.put(board, "{\"theme_id\":7}").body()).contains("theme_id");
        assertThat(asMary.put(board, "{\"theme_id\":1}").statusCode()).isEqualTo(200);
        JsonNode shown = asGuest.json(asMary.get(board)).path("result");
        assertThat(shown.path("theme_id").asLong()).isEqualTo(1);
        assertThat(shown.at("/theme/json_data").asText()).contains("#003344");
        JsonNode copy = asMary.json(asMary.post(board + "/copy/", "{\"dashboard_title\":\"Copy\"}"));
        String second = "/api/v1/dashboard/" + copy.at("/result/id").asLong();
        assertThat(asMary.json(asMary.get(second)).at("/result/theme_id").asLong())
                .isEqualTo(1);
        assertThat(asMary.put(second, "{\"theme_id\":null}").statusCode()).isEqualTo(200);
        assertThat(asMary.json(asMary.get(second)).at("/result/theme").isNull()).isTrue();
        assertThat(asRoot.delete(themes + "1").statusCode()).isEqualTo(200);
        assertThat(asMary.json(asMary.get(board)).at("/result/theme_id").isNull())
                .isTrue();
    }

    @Test
    void aThemeOfUnknownTokensOrColorsIsRefusedByTheirPath() {
        server.addUser("root", "Admin");
        Browser asRoot = Browser.signedIn(server, "root");
        for (String wrong : List.of("light.acent", "dark.accent", "token")) {
            String json =
                    switch (wrong) {
                        case "light.acent" -> "{\"light\":{\"acent\":\"#003344\"}}";
                        case "dark.accent" -> "{\"dark\":{\"accent\":\"red;}*{\"}}";
                        default -> "{\"token\":{}}";
                    };
            var answer = asRoot.post("/api/v1/theme/", "{\"theme_name\":\"Odd\",\"json_data\":" + json + "}");
            assertThat(answer.statusCode()).isIn(400, 422);
            assertThat(answer.body()).contains("json_data." + wrong);
        }
    }

    @Test
    void aThemeThatCameWithTheServerStays() {
        server.addUser("root", "Admin");
        Browser asRoot = Browser.signedIn(server, "root");
        Theme ours = server.shelves.themes.save(new Theme(0, null, 0, "Ours", "{}", true, Stamp.none()));
        assertThat(asRoot.delete("/api/v1/theme/" + ours.id()).statusCode()).isEqualTo(403);
        assertThat(asRoot.put("/api/v1/theme/" + ours.id(), "{\"theme_name\":\"Mine\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    private boolean marked(String kind, long id) {
        return asMary.json(asMary.get("/api/v1/" + kind + "/favorite_status/?q=!(" + id + ")"))
                .at("/result/0/value")
                .asBoolean();
    }
}
