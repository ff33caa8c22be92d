package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.web.openapi.Route;
import dev.karavel.web.openapi.Routes;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer();
        server.addUser("admin", "Admin");
        server.addUser("rolesless");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<Route> routes() {
        return Routes.all();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noRouteButSignInAnswersStrangers(Route route) {
        HttpResponse<String> response = ask(new Browser(server), route);
        boolean signIn = route.path().matches("/security/(login|refresh)");
        assertThat(response.statusCode()).isEqualTo(signIn && route.path().endsWith("login") ? 400 : 401);
        assertThat(response.body()).doesNotContain("Exception").doesNotContain("at dev.karavel");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteWithARightRefusesThoseWhoLackIt(Route route) {
        HttpResponse<String> response = ask(Browser.signedIn(server, "rolesless"), route);
        boolean forAll = route.path().matches("/security/(login|refresh|csrf_token/)")
                || route.path().startsWith("/me/") && route.verb().equals("GET")
                || route.path().startsWith("/karavel/requests/")
                || route.path().startsWith("/async_event/")
                || route.path().equals("/karavel/visualizations");
        assertThat(response.statusCode() == 403).as("%s", route).isEqualTo(!forAll);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/plugins/", "/dashboard/list/", "/swagger/v1/", "/anything", "/explore/?slice_id=1"})
    void pagesSendStrangersToSignInAndBack(String path) {
        HttpResponse<String> response =
                new Browser(server).with("Host", "evil.example").get(path);
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(
                        location -> assertThat(location).startsWith("/login/").doesNotContain("evil"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plugins", "/plugins/"})
    void theFolderOfPluginFilesLeadsToTheListOfPlugins(String path) {
        HttpResponse<String> response = Browser.signedIn(server, "admin").get(path);
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).contains("/plugin/list/");
    }

    @Test
    void pluginFilesAndEventsNeedASignIn() {
        assertThat(new Browser(server).get("/plugins/plugin/1/bar/index.js").statusCode())
                .isEqualTo(401);
        assertThat(new Browser(server).get("/api/v1/karavel/events").statusCode())
                .isEqualTo(401);
        HttpResponse<String> file = Browser.signedIn(server, "admin").get("/plugins/plugin/1/bar/index.js");
        assertThat(file.body()).isEqualTo("export {}");
        assertThat(file.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(v -> assertThat(v).contains("immutable"));
        assertThat(Browser.signedIn(server, "admin")
                        .get("/plugins/plugin/1/nothing.js")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (String path : new String[] {"/login/", "/api/v1/me/", "/static/nothing.js", "/plugins/x"}) {
            HttpResponse<String> response = new Browser(server).get(path);
            assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(response.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
            assertThat(response.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy.split("style-src-attr")[0])
                            .startsWith("default-src 'none'")
                            .doesNotContain("unsafe")
                            .doesNotContain("*"));
        }
    }

    @Test
    void eachPageHasItsOwnNonce() {
        Browser browser = new Browser(server);
        HttpResponse<String> first = browser.get("/login/");
        String nonce = first.body().split("\n")[0];
        assertThat(nonce).hasSizeGreaterThanOrEqualTo(22);
        assertThat(first.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("script-src 'self' 'nonce-" + nonce + "'"));
        assertThat(browser.get("/login/").body().split("\n")[0]).isNotEqualTo(nonce);
    }

    @Test
    void thePageTellsTheApplicationWhoIsThere() {
        assertThat(new Browser(server).get("/login/").body()).contains("\"user\":null,\"csrfToken\":null");
        assertThat(Browser.signedIn(server, "admin").get("/dashboard/list/").body())
                .contains("\"username\":\"admin\"")
                .contains("\"roles\":[\"Admin\"]")
                .doesNotContain("argon2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PATCH", "PROPFIND"})
    void oddMethodsAreRefused(String method) {
        assertThat(Browser.signedIn(server, "admin")
                        .send(method, "/api/v1/chart/", null)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedWhetherItSaysSoOrNot() {
        Browser admin = Browser.signedIn(server, "admin");
        String large = "{\"slice_name\":\"" + "x".repeat(TestServer.BODY_LIMIT) + "\"}";
        assertThat(admin.post("/api/v1/chart/", large).statusCode()).isEqualTo(413);
        assertThat(new Browser(server).post("/login/", large).statusCode()).isEqualTo(413);
    }

    @Test
    void unknownAddressesAnswerJsonBelowTheApiAndAPageElsewhere() {
        Browser admin = Browser.signedIn(server, "admin");
        HttpResponse<String> api = admin.get("/api/v1/nothing/at/all");
        assertThat(api.statusCode()).isEqualTo(404);
        assertThat(admin.json(api).at("/errors/0/extra/code").asText()).isEqualTo("NOT_FOUND");
        assertThat(admin.get("/nothing/at/all").statusCode()).isEqualTo(404);
        assertThat(admin.get("/api/v1/application.wadl").statusCode()).isEqualTo(404);
    }

    @Test
    void theInterfaceIsDescribedForMachinesAndPeople() {
        Browser admin = Browser.signedIn(server, "admin");
        assertThat(admin.json(admin.get("/api/v1/_openapi")).path("openapi").asText())
                .isEqualTo("3.1.0");
        HttpResponse<String> page = admin.get("/swagger/v1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("/chart/{id}/data/")
                .doesNotContain("{{")
                .doesNotContain("<script");
    }

    private static HttpResponse<String> ask(Browser browser, Route route) {
        String path = "/api/v1"
                + route.path()
                        .replaceAll("\\{(id|type|layer|log|version|object_type|object_id)}", "1")
                        .replaceAll("\\{\\w+}", "x")
                        .replace("/1/1/", "/table/1/");
        boolean body = route.verb().equals("POST") || route.verb().equals("PUT");
        return browser.send(route.verb(), path, body ? "{}" : null);
    }
}
