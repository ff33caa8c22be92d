package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Trashed;
import dev.karavel.api.catalog.User;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts, roles, row rules, one's own settings, the action log, tags and trash. */
class PeopleRoutesTest {
    private static final String USERS = "/api/v1/security/users/";
    private static final String ROLES = "/api/v1/security/roles/";

    private TestServer server;
    private User root;
    private User mary;
    private Browser asRoot;
    private Browser asMary;
    private Dataset flights;
    private Chart delays;

    @BeforeEach
    void start() {
        server = new TestServer();
        Samples samples = new Samples(server);
        root = server.addUser("root", "Admin");
        mary = server.addUser("mary", "Alpha");
        asRoot = Browser.signedIn(server, "root");
        asMary = Browser.signedIn(server, "mary");
        flights = samples.dataset(samples.database("warehouse", Map.of()), "flights");
        delays = samples.chart(flights, "Delays", mary.id());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void administratorsMakeChangeAndDeleteAccounts() {
        long gamma = server.shelves.roles.findByName("Gamma").orElseThrow().id();
        HttpResponse<String> made = asRoot.post(
                USERS, "{\"username\":\"zoe\",\"password\":\"quiet amber lantern\",\"roles\":[" + gamma + "]}");
        assertThat(made.statusCode()).isEqualTo(201);
        long id = asRoot.json(made).path("id").asLong();
        assertThat(asRoot.put(USERS + id, "{\"first_name\":\"Zoe\",\"active\":false}")
                        .statusCode())
                .isEqualTo(200);
        JsonNode zoe = asRoot.json(asRoot.get(USERS + id)).path("result");
        assertThat(zoe.path("first_name").asText()).isEqualTo("Zoe");
        assertThat(zoe.path("active").asBoolean()).isFalse();
        assertThat(zoe.at("/roles/0/name").asText()).isEqualTo("Gamma");
        assertThat(asRoot.delete(USERS + id).statusCode()).isEqualTo(200);
        assertThat(asRoot.get(USERS + id).statusCode()).isEqualTo(404);
        assertThat(asMary.get(USERS).statusCode()).isEqualTo(403);
        assertThat(asRoot.post(USERS, "{\"username\":\"tim\",\"password\":\"short\"}")
                        .body())
                .contains("password");
    }

    @Test
    void nobodyLocksThemselvesOutAndOneAdministratorStays() {
        assertThat(asRoot.put(USERS + root.id(), "{\"active\":false}").statusCode())
                .isEqualTo(400);
        assertThat(asRoot.delete(USERS + root.id()).statusCode()).isEqualTo(400);
    }

    @Test
    void rolesAreMadeOfPermissions() {
        long id = asRoot.json(asRoot.post(ROLES, "{\"name\":\"Readers\"}"))
                .path("id")
                .asLong();
        JsonNode all = asRoot.json(asRoot.get("/api/v1/security/permissions-resources/"));
        long first = 0;
        for (JsonNode one : all.path("result")) {
            if (one.path("permission_name").asText().equals("datasource_access")) {
                first = one.path("id").asLong();
            }
        }
        assertThat(asRoot.post(ROLES + id + "/permissions", "{\"permission_view_menu_ids\":[" + first + "]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(asRoot.get(ROLES + id + "/permissions/").body()).contains("flights");
        assertThat(asRoot.put(ROLES + id + "/users", "{\"user_ids\":[" + mary.id() + "]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.shelves.users.find(mary.id()).orElseThrow().roles()).contains("Readers");
        long alpha = server.shelves.roles.findByName("Alpha").orElseThrow().id();
        assertThat(asRoot.delete(ROLES + alpha).statusCode()).isEqualTo(409);
        assertThat(asRoot.delete(ROLES + id).statusCode()).isEqualTo(200);
        assertThat(asMary.get(ROLES).statusCode()).isEqualTo(403);
    }

    @Test
    void rowRulesAreMadeReadChangedAndDeleted() {
        String rules = "/api/v1/rowlevelsecurity/";
        String body = "{\"name\":\"North\",\"filter_type\":\"Base\",\"tables\":[" + flights.id()
                + "],\"roles\":[],\"clause\":\"region = 'north'\"}";
        assertThat(asRoot.post(rules, body).statusCode()).isEqualTo(201);
        assertThat(asRoot.post(rules, body.replace("Base", "Odd")).body()).contains("filter_type");
        assertThat(asRoot.put(rules + "1", "{\"clause\":\"a = 1; drop\"}").body())
                .contains("clause");
        JsonNode rule = asRoot.json(asRoot.get(rules)).at("/result/0");
        assertThat(rule.path("filter_type").asText()).isEqualTo("Base");
        assertThat(rule.at("/tables/0/table_name").asText()).isEqualTo("flights");
        assertThat(asRoot.delete(rules + "1").statusCode()).isEqualTo(200);
        assertThat(asMary.get(rules).statusCode()).isEqualTo(403);
    }

    @Test
    void peopleChangeTheirOwnNamePreferencesAndPassword() {
        String own = "/api/v1/me/";
        assertThat(asMary.put(
                                own,
                                "{\"first_name\":\"Mary\",\"preferences\":{\"language\":\"fr\",\"time_zone\":"
                                        + "\"Europe/Paris\",\"theme\":\"dark\",\"landing\":\"/chart/list/\"}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(asMary.json(asMary.get(own))
                        .at("/result/preferences/language")
                        .asText())
                .isEqualTo("fr");
        assertThat(asMary.get("/").headers().firstValue("Location")).contains("/chart/list/");
        assertThat(asMary.get("/welcome/").body()).contains("\"locale\":\"fr\"");
        for (String wrong : new String[] {"\"language\":\"xx\"", "\"time_zone\":\"Mars\"", "\"landing\":\"//x\""}) {
            assertThat(asMary.put(own, "{\"preferences\":{" + wrong + "}}").statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(asMary.put(own, "{\"password\":\"quiet amber lantern\",\"current_password\":\"wrong\"}")
                        .body())
                .contains("current_password");
        assertThat(asMary.put(
                                own,
                                "{\"password\":\"quiet amber lantern\",\"current_password\":\"" + TestServer.PASSWORD
                                        + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void pagesSpeakTheLanguageTheBrowserAsksFor() {
        Browser stranger = new Browser(server).with("Accept-Language", "xx, de-AT;q=0.8, en;q=0.5");
        assertThat(stranger.get("/login/").body()).contains("\"locale\":\"de-AT\"");
    }

    @Test
    void theLogIsFilteredAndSavedAsAFile() {
        asMary.put("/api/v1/chart/" + delays.id(), "{\"slice_name\":\"Other\"}");
        JsonNode found = asRoot.json(asRoot.get("/api/v1/log/?q=(action:chart_changed)"));
        assertThat(found.path("count").asInt()).isEqualTo(1);
        assertThat(found.at("/result/0/user/first_name").asText()).isEqualTo("mary");
        assertThat(asRoot.get("/api/v1/log/export/?q=(action:chart_changed)").body())
                .startsWith("time,user,action")
                .contains("\"mary\",\"chart_changed\"");
        assertThat(asMary.get("/api/v1/log/").statusCode()).isEqualTo(403);
    }

    @Test
    void tagsArePutOnWhatOneMayChange() {
        String chart = "/api/v1/tag/chart/" + delays.id() + "/";
        assertThat(asMary.post(chart, "{\"properties\":{\"tags\":[\"Sales\",\"Q1\"]}}")
                        .statusCode())
                .isEqualTo(201);
        JsonNode row = asMary.json(asMary.get("/api/v1/chart/" + delays.id()));
        assertThat(row.at("/result/tags")).hasSize(2);
        assertThat(asMary.get("/api/v1/tag/get_objects/?tags=sales").body()).contains("Delays");
        assertThat(asMary.delete(chart + "Sales/").statusCode()).isEqualTo(200);
        assertThat(asMary.delete(chart + "Sales/").statusCode()).isEqualTo(404);
        assertThat(asMary.post(
                                "/api/v1/tag/bulk_create",
                                "{\"tags\":[{\"name\":\"New\",\"objects_to_tag\":[[\"chart\"," + delays.id() + "]]}]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(asMary.post("/api/v1/tag/thing/1/", "{\"properties\":{\"tags\":[\"a\"]}}")
                        .statusCode())
                .isEqualTo(400);
        server.addUser("guest", "Gamma");
        Browser asGuest = Browser.signedIn(server, "guest");
        assertThat(asGuest.post(chart, "{\"properties\":{\"tags\":[\"x\"]}}").statusCode())
                .isEqualTo(404);
        assertThat(asGuest.delete("/api/v1/tag/1").statusCode()).isEqualTo(403);
    }

    @Test
    void ownersHaveTheirThingsBackFromTheTrash() {
        server.shelves.trash.deleted.add(
                new Trashed(ThingKind.CHART, 7, "Old", Set.of(mary.id()), Instant.parse("2026-05-01T00:00:00Z")));
        server.shelves.trash.deleted.add(
                new Trashed(ThingKind.CHART, 8, "Roots", Set.of(root.id()), Instant.parse("2026-05-01T00:00:00Z")));
        JsonNode seen = asMary.json(asMary.get("/api/v1/trash/"));
        assertThat(seen.path("count").asInt()).isEqualTo(1);
        assertThat(seen.at("/result/0/kept_until").asText()).isEqualTo("2026-05-31T00:00:00Z");
        assertThat(asMary.post("/api/v1/trash/chart/8/restore", "").statusCode())
                .isEqualTo(404);
        assertThat(asMary.post("/api/v1/trash/chart/7/restore", "").statusCode())
                .isEqualTo(200);
        assertThat(asRoot.delete("/api/v1/trash/chart/8").statusCode()).isEqualTo(200);
        assertThat(asRoot.delete("/api/v1/trash/chart/8").statusCode()).isEqualTo(404);
    }
}
