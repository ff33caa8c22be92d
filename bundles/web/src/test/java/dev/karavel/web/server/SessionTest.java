package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.LogEntry;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final String CHART = "{\"slice_name\":\"x\",\"datasource_id\":0,\"datasource_type\":\"table\"}";

    private TestServer server;
    private Browser browser;

    @BeforeEach
    void start() {
        server = new TestServer();
        server.addUser("mary", "Admin");
        browser = new Browser(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void signingInGivesACookieThatScriptsCannotReadAndOtherSitesCannotUse() {
        HttpResponse<String> response = browser.signIn("mary");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"next\":\"/chart/list/\"}");
        assertThat(response.headers().firstValue("Set-Cookie")).hasValueSatisfying(cookie -> assertThat(cookie)
                .startsWith("karavel_session=")
                .contains("; Path=/;", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure"));
        assertThat(browser.json(browser.get("/api/v1/me/"))
                        .at("/result/username")
                        .asText())
                .isEqualTo("mary");
        assertThat(server.shelves.log.latest(10)).extracting(LogEntry::action).contains("login");
    }

    @Test
    void behindAProxyWithTlsTheCookieIsSecure() {
        browser.with("X-Forwarded-Proto", "https");
        assertThat(browser.signIn("mary").headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).endsWith("; Secure"));
        assertThat(browser.get("/login/").headers().firstValue("Strict-Transport-Security"))
                .isPresent();
    }

    @Test
    void aWrongPasswordGivesNoCookieAndTellsNothing() {
        HttpResponse<String> wrong = browser.post("/login/", "{\"username\":\"mary\",\"password\":\"wrong\"}");
        HttpResponse<String> nobody = browser.post("/login/", "{\"username\":\"nobody\",\"password\":\"wrong\"}");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(nobody.body()).isEqualTo(wrong.body());
    }

    @Test
    void guessingIsSlowedDown() {
        int refused = 0;
        for (int i = 0; i < 30 && refused == 0; i++) {
            int status = browser.post("/login/", "{\"username\":\"user" + i % 3 + "\",\"password\":\"wrong\"}")
                    .statusCode();
            refused = status == 429 ? i : 0;
        }
        assertThat(refused).isPositive();
    }

    @Test
    void anotherSiteCannotSignPeopleIn() {
        String body = "{\"username\":\"mary\",\"password\":\"" + TestServer.PASSWORD + "\"}";
        assertThat(browser.with("Content-Type", "text/plain")
                        .post("/login/", body)
                        .statusCode())
                .isEqualTo(400);
        browser.without("Content-Type").with("Sec-Fetch-Site", "cross-site");
        assertThat(browser.post("/login/", body).statusCode()).isEqualTo(403);
    }

    @Test
    void signInLeadsOnlyToThisServer() {
        String body =
                "{\"username\":\"mary\",\"password\":\"" + TestServer.PASSWORD + "\",\"next\":\"//evil.example\"}";
        assertThat(browser.post("/login/", body).body()).isEqualTo("{\"next\":\"/\"}");
        browser.signIn("mary");
        HttpResponse<String> response = browser.get("/login/?next=//evil.example");
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).contains("/");
    }

    @Test
    void writesWithTheCookieNeedTheTokenOfThatSession() {
        browser.signIn("mary");
        assertThat(browser.post("/api/v1/chart/", CHART).statusCode()).isEqualTo(403);
        assertThat(browser.post("/api/v1/chart/data", "{}").statusCode()).isEqualTo(403);
        assertThat(browser.delete("/api/v1/chart/1").statusCode()).isEqualTo(403);
        assertThat(browser.with("X-CSRFToken", "nonsense")
                        .put("/api/v1/chart/1", "{}")
                        .statusCode())
                .isEqualTo(403);
        String others = browser.json(Browser.signedIn(server, "mary").get("/api/v1/security/csrf_token/"))
                .path("result")
                .asText();
        assertThat(browser.with("X-CSRFToken", others)
                        .post("/api/v1/chart/data", "{}")
                        .statusCode())
                .isEqualTo(403);
        String own = browser.json(browser.get("/api/v1/security/csrf_token/"))
                .path("result")
                .asText();
        assertThat(browser.with("X-CSRFToken", own)
                        .post("/api/v1/chart/data", "{}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void signingOutEndsTheSessionEvenForWhoKeptTheCookie() {
        browser.signIn("mary");
        HttpResponse<String> out = browser.get("/logout/");
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("Max-Age=0"));
        assertThat(browser.get("/api/v1/me/").statusCode()).isEqualTo(401);
    }

    @Test
    void aChangedPasswordEndsSessionsAndTokens() {
        browser.signIn("mary");
        String access = login(true).path("access_token").asText();
        server.accounts.changePassword("mary", "quite another phrase");
        assertThat(browser.get("/api/v1/me/").statusCode()).isEqualTo(401);
        assertThat(bearer(access).get("/api/v1/me/").statusCode()).isEqualTo(401);
    }

    @Test
    void scriptsUseAccessTokensWithoutCsrfAndRenewThem() {
        JsonNode tokens = login(true);
        Browser script = bearer(tokens.path("access_token").asText());
        assertThat(script.post("/api/v1/chart/data", "{}").statusCode()).isEqualTo(400);
        Browser renewing = bearer(tokens.path("refresh_token").asText());
        JsonNode renewed = renewing.json(renewing.post("/api/v1/security/refresh", "{}"));
        assertThat(bearer(renewed.path("access_token").asText())
                        .get("/api/v1/me/")
                        .statusCode())
                .isEqualTo(200);
        assertThat(renewing.get("/api/v1/me/").statusCode()).isEqualTo(401);
        assertThat(script.post("/api/v1/security/refresh", "{}").statusCode()).isEqualTo(401);
        assertThat(login(false).has("refresh_token")).isFalse();
    }

    @Test
    void aTokenIsNoCookieAndACookieNoToken() {
        String access = login(false).path("access_token").asText();
        assertThat(new Browser(server)
                        .with("Cookie", "karavel_session=" + access)
                        .get("/api/v1/me/")
                        .statusCode())
                .isEqualTo(401);
        String session = browser.signIn("mary")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split("[=;]")[1];
        assertThat(bearer(session).get("/api/v1/me/").statusCode()).isEqualTo(401);
    }

    @Test
    void onlyTheDatabaseSignsPeopleIn() {
        String body = "{\"username\":\"mary\",\"password\":\"" + TestServer.PASSWORD + "\",\"provider\":\"ldap\"}";
        assertThat(browser.post("/api/v1/security/login", body).statusCode()).isEqualTo(400);
    }

    @Test
    void rolesAndPermissionsOfOneselfAreTold() {
        browser.signIn("mary");
        JsonNode roles = browser.json(browser.get("/api/v1/me/roles/")).at("/result/roles/Admin");
        assertThat(roles).hasSizeGreaterThan(50);
    }

    private JsonNode login(boolean refresh) {
        return browser.json(browser.post(
                "/api/v1/security/login",
                "{\"username\":\"mary\",\"password\":\"" + TestServer.PASSWORD + "\",\"provider\":\"db\",\"refresh\":"
                        + refresh + "}"));
    }

    private Browser bearer(String token) {
        return new Browser(server).with("Authorization", "Bearer " + token);
    }
}
