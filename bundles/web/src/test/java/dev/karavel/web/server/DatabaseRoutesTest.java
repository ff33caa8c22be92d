package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Database;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseRoutesTest {
    private static final String MASK = "XXXXXXXXXX";

    private TestServer server;
    private Samples samples;
    private Browser admin;

    @BeforeEach
    void start() {
        server = new TestServer();
        samples = new Samples(server);
        server.addUser("admin", "Admin");
        server.addUser("alpha", "Alpha");
        server.addUser("gamma", "Gamma");
        admin = Browser.signedIn(server, "admin");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPasswordIsStoredEncryptedAndNeverShown() {
        HttpResponse<String> created = admin.post("/api/v1/database/", database("db", "s3cret"));
        assertThat(created.statusCode()).isEqualTo(201);
        Database saved = server.shelves.databases.findByName("Warehouse").orElseThrow();
        assertThat(saved.settings()).containsEntry("password", "{enc}s3cret").containsEntry("host", "db");
        for (String path : new String[] {"", "/connection"}) {
            HttpResponse<String> shown = admin.get("/api/v1/database/" + saved.id() + path);
            assertThat(shown.body()).contains(MASK).doesNotContain("s3cret").doesNotContain("{enc}");
        }
        assertThat(admin.get("/api/v1/database/").body())
                .doesNotContain("s3cret")
                .doesNotContain("parameters");
    }

    @Test
    void theMaskKeepsThePasswordButOnlyForTheSamePlace() {
        Database saved = samples.database("Warehouse", Map.of("host", "db", "password", "{enc}s3cret"));
        String path = "/api/v1/database/" + saved.id();
        assertThat(admin.put(path, database("db", MASK)).statusCode()).isEqualTo(200);
        assertThat(server.shelves.databases.find(saved.id()).orElseThrow().settings())
                .containsEntry("password", "{enc}s3cret");
        HttpResponse<String> stolen = admin.put(path, database("evil.example", MASK));
        assertThat(stolen.statusCode()).isEqualTo(400);
        assertThat(admin.post("/api/v1/database/test_connection/", database("evil.example", MASK))
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.shelves.databases.find(saved.id()).orElseThrow().settings())
                .containsEntry("host", "db");
    }

    @Test
    void aConnectionIsTriedBeforeItIsSaved() {
        HttpResponse<String> refused = admin.post("/api/v1/database/", database("away", "x"));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(admin.json(refused).at("/errors/0/extra/field").asText()).isEqualTo("host");
        assertThat(server.shelves.databases.all()).isEmpty();
    }

    @Test
    void onlyAdministratorsConnectAndTestDatabases() {
        for (String name : new String[] {"alpha", "gamma"}) {
            Browser browser = Browser.signedIn(server, name);
            assertThat(browser.post("/api/v1/database/", database("db", "x")).statusCode())
                    .isEqualTo(403);
            assertThat(browser.post("/api/v1/database/test_connection/", database("db", "x"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(browser.get("/api/v1/database/available/").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void alphaSeesDatabasesWithoutConnectionsAndGammaOnlyGrantedOnes() {
        Database saved = samples.database("Warehouse", Map.of("host", "db", "password", "{enc}s3cret"));
        JsonNode alphas = admin.json(Browser.signedIn(server, "alpha").get("/api/v1/database/" + saved.id()));
        assertThat(alphas.at("/result/database_name").asText()).isEqualTo("Warehouse");
        assertThat(alphas.at("/result/parameters").isMissingNode()).isTrue();
        Browser gamma = Browser.signedIn(server, "gamma");
        assertThat(gamma.get("/api/v1/database/" + saved.id()).statusCode()).isEqualTo(404);
        assertThat(gamma.get("/api/v1/database/" + saved.id() + "/tables/").statusCode())
                .isEqualTo(404);
        assertThat(gamma.json(gamma.get("/api/v1/database/")).path("count").asInt())
                .isZero();
        server.grant("Gamma", "database_access", "[Warehouse].(id:" + saved.id() + ")");
        assertThat(gamma.get("/api/v1/database/" + saved.id()).statusCode()).isEqualTo(200);
        assertThat(gamma.get("/api/v1/database/" + saved.id() + "/schemas/").statusCode())
                .isEqualTo(503);
    }

    @Test
    void aDatabaseInUseIsNotDeleted() {
        Database saved = samples.database("Warehouse", Map.of());
        samples.dataset(saved, "flights");
        assertThat(admin.delete("/api/v1/database/" + saved.id()).statusCode()).isEqualTo(409);
        server.shelves.datasets.delete(1);
        assertThat(admin.delete("/api/v1/database/" + saved.id()).statusCode()).isEqualTo(200);
    }

    @Test
    void aNameIsTakenOnceAndAnUnknownKindNever() {
        samples.database("Warehouse", Map.of());
        assertThat(admin.post("/api/v1/database/", database("db", "x")).statusCode())
                .isEqualTo(409);
        String unknown = "{\"database_name\":\"y\",\"engine\":\"oracle\",\"parameters\":{}}";
        assertThat(admin.post("/api/v1/database/", unknown).statusCode()).isEqualTo(400);
    }

    private static String database(String host, String password) {
        return "{\"database_name\":\"Warehouse\",\"engine\":\"postgresql\",\"parameters\":{\"host\":\"" + host
                + "\",\"password\":\"" + password + "\"}}";
    }
}
