package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.LogEntry;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PluginRoutesTest {
    private static final String ONE = "/api/v1/plugin/plugin/1.0.0";

    private TestServer server;
    private Browser admin;

    @BeforeEach
    void start() {
        server = new TestServer();
        server.addUser("root", "Admin");
        server.addUser("alpha", "Alpha");
        admin = Browser.signedIn(server, "root");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aJarIsCheckedBeforeItIsTaken() {
        JsonNode good = admin.json(send(admin, "check", "good")).path("result");
        assertThat(good.path("brings").path(0).path("viz_type").asText()).isEqualTo("dots");
        assertThat(good.path("problems")).isEmpty();
        JsonNode bad = admin.json(send(admin, "check", "bad")).path("result");
        assertThat(bad.path("problems").path(0).asText()).contains("no jar");
        assertThat(server.plugins.told).isEmpty();
        assertThat(server.plugins.seen).doesNotExist();

        HttpResponse<String> refused = send(admin, "", "bad");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("no jar", "file");
        assertThat(send(admin, "", "good").statusCode()).isEqualTo(201);
        assertThat(server.plugins.told).containsExactly("install by root");
    }

    @Test
    void whatAPluginBringsAndWhatWouldBeLostIsListed() {
        JsonNode list = admin.json(admin.get("/api/v1/plugin/"));
        assertThat(list.path("result").path(0).path("state").asText()).isEqualTo("ready");
        assertThat(list.path("used").path("bar").asLong()).isZero();
        JsonNode one = admin.json(admin.get(ONE)).path("result");
        assertThat(one.path("files").path(0).path("path").asText()).isEqualTo("bar/index.js");
        assertThat(one.path("losses").path(0).path("drawn_instead_by").isNull()).isTrue();
        assertThat(one.path("losses").path(0).path("chart_count").asLong()).isZero();
        assertThat(one.path("losses").path(1).path("drawn_instead_by").asText()).isEqualTo("org.old 0.9.0");
        assertThat(admin.get("/api/v1/plugin/nobody/1.0.0").statusCode()).isEqualTo(404);
    }

    @Test
    void aPluginIsSwitchedRemovedAndHadBackAndTheLogTellsWho() {
        assertThat(admin.put(ONE, "{\"enabled\": false}").statusCode()).isEqualTo(200);
        assertThat(admin.put(ONE, "{\"enabled\": \"no\"}").body()).contains("true or false");
        assertThat(admin.delete(ONE).statusCode()).isEqualTo(200);
        assertThat(admin.post(ONE + "/restore", "{}").statusCode()).isEqualTo(200);
        assertThat(server.plugins.told)
                .containsExactly(
                        "off plugin 1.0.0 by root", "remove plugin 1.0.0 by root", "restore plugin 1.0.0 by root");
        assertThat(server.shelves.log.latest(10))
                .extracting(LogEntry::action)
                .contains("plugin_disabled", "plugin_removed", "plugin_restored");
    }

    @Test
    void onlyAdministratorsTouchPlugins() {
        Browser alpha = Browser.signedIn(server, "alpha");
        assertThat(alpha.put(ONE, "{\"enabled\": false}").statusCode()).isEqualTo(403);
        assertThat(alpha.delete(ONE).statusCode()).isEqualTo(403);
        assertThat(send(alpha, "", "good").statusCode()).isEqualTo(403);
        assertThat(send(alpha, "check", "good").statusCode()).isEqualTo(403);
        assertThat(server.plugins.told).isEmpty();
    }

    private static HttpResponse<String> send(Browser browser, String action, String text) {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../x.jar\"\r\n\r\n" + text
                + "\r\n--cut--\r\n";
        HttpResponse<String> answer = browser.with("Content-Type", "multipart/form-data; boundary=cut")
                .post("/api/v1/plugin/" + action, body);
        browser.without("Content-Type");
        return answer;
    }
}
