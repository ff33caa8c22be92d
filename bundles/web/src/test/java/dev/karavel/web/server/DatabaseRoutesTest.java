package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
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
    void whoMayReadADatasetOrASchemaSeesThatMuchOfTheDatabase() {
        Database saved = samples.database("Warehouse", Map.of());
        Dataset flights = samples.dataset(saved, "flights");
        Browser gamma = Browser.signedIn(server, "gamma");
        String path = "/api/v1/database/" + saved.id();
        String tables = path + "/tables/?q=(schema_name:main)";
        assertThat(gamma.get(tables).statusCode()).isEqualTo(404);

        server.grant("Gamma", "datasource_access", "[Warehouse].[flights](id:" + flights.id() + ")");
        assertThat(gamma.json(gamma.get(tables)).path("count").asInt())
                .as("no other table of that name is there, but this one names no schema, and is in none")
                .isZero();
        assertThat(gamma.get(path + "/table_metadata/?name=flights").statusCode())
                .isEqualTo(200);
        assertThat(gamma.get(path + "/table_metadata/?name=salaries").statusCode())
                .isEqualTo(404);
        assertThat(gamma.get(path + "/select_star/salaries/main/").statusCode()).isEqualTo(404);

        server.grant("Gamma", "schema_access", "[Warehouse].[main]");
        assertThat(gamma.json(gamma.get(tables)).at("/result/0/value").asText()).isEqualTo("flights");
        assertThat(gamma.json(gamma.get(tables.replace("main", "other")))
                        .path("count")
                        .asInt())
                .isZero();
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

    @Test
    void aTunnelIsKeptBesideTheFormItsSecretsMasked() {
        String tunnel = "{\"server_address\":\"bastion\",\"server_port\":2222,\"username\":\"keeper\",\"password\":"
                + "\"hatch\",\"host_key_fingerprint\":\"\"}";
        String body = database("db", "s3cret").replaceFirst("}$", ",\"ssh_tunnel\":" + tunnel + "}");
        assertThat(admin.post("/api/v1/database/", body).statusCode()).isEqualTo(201);
        Database saved = server.shelves.databases.findByName("Warehouse").orElseThrow();
        assertThat(saved.settings())
                .containsEntry("ssh_tunnel.server_address", "bastion")
                .containsEntry("ssh_tunnel.password", "{enc}hatch");
        String path = "/api/v1/database/" + saved.id();
        JsonNode shown = admin.json(admin.get(path)).path("result");
        assertThat(shown.at("/ssh_tunnel/password").asText()).isEqualTo(MASK);
        assertThat(shown.at("/ssh_tunnel/server_port").asInt()).isEqualTo(2222);
        assertThat(shown.path("parameters").has("ssh_tunnel.password")).isFalse();
        // confirming the key needs no password anew, another host does
        String masked = "{\"ssh_tunnel\":{\"server_address\":\"%s\",\"username\":\"keeper\",\"password\":\"" + MASK
                + "\",\"host_key_fingerprint\":\"SHA256:abc\"}}";
        assertThat(admin.put(path, masked.formatted("bastion")).statusCode()).isEqualTo(200);
        assertThat(admin.put(path, masked.formatted("evil.example")).statusCode())
                .isEqualTo(400);
        assertThat(server.shelves.databases.find(saved.id()).orElseThrow().settings())
                .containsEntry("ssh_tunnel.password", "{enc}hatch")
                .containsEntry("ssh_tunnel.host_key_fingerprint", "SHA256:abc");
        assertThat(admin.delete(path + "/ssh_tunnel/").statusCode()).isEqualTo(200);
        assertThat(admin.json(admin.get(path)).at("/result/ssh_tunnel").isNull())
                .isTrue();
        assertThat(server.shelves.databases.find(saved.id()).orElseThrow().settings())
                .containsEntry("password", "{enc}s3cret");
    }

    @Test
    void aFailedTestHasSupersetsNameForItAndTheField() {
        HttpResponse<String> answer = admin.post("/api/v1/database/test_connection/", database("wrong-password", "x"));
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode error = admin.json(answer).at("/errors/0");
        assertThat(error.path("error_type").asText()).isEqualTo("CONNECTION_ACCESS_DENIED_ERROR");
        assertThat(error.at("/extra/invalid/0").asText()).isEqualTo("password");
        assertThat(error.at("/extra/field").asText()).isEqualTo("password");
        assertThat(error.at("/extra/issue_codes/0/code").asInt()).isEqualTo(1014);
        String empty = "{\"engine\":\"postgresql\",\"parameters\":{\"host\":\"\"}}";
        JsonNode missing = admin.json(admin.post("/api/v1/database/validate_parameters/", empty))
                .at("/errors/0");
        assertThat(missing.path("error_type").asText()).isEqualTo("CONNECTION_MISSING_PARAMETERS_ERROR");
        assertThat(missing.at("/extra/missing/0").asText()).isEqualTo("host");
        assertThat(admin.post("/api/v1/database/validate_parameters/", database("db", "x"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void keysInTheEncryptedExtraAreNeitherShownNorLostBehindTheirMask() {
        String start = database("db", "x");
        String body = start.substring(0, start.length() - 1)
                + ",\"masked_encrypted_extra\":\"{\\\"key\\\":\\\"s3cret\\\",\\\"scopes\\\":[\\\"one\\\"]}\"}";
        assertThat(admin.post("/api/v1/database/", body).statusCode()).isEqualTo(201);
        Database saved = server.shelves.databases.findByName("Warehouse").orElseThrow();
        assertThat(saved.extra()).contains("{enc}");
        String address = "/api/v1/database/" + saved.id();
        JsonNode shown = admin.json(admin.get(address)).path("result");
        assertThat(shown.path("masked_encrypted_extra").asText())
                .isEqualTo("{\"key\":\"XXXXXXXXXX\",\"scopes\":[\"XXXXXXXXXX\"]}");
        assertThat(shown.toString()).doesNotContain("s3cret");

        admin.put(
                address,
                "{\"masked_encrypted_extra\":\"{\\\"key\\\":\\\"XXXXXXXXXX\\\",\\\"scopes\\\":[\\\"two\\\"]}\"}");
        assertThat(server.shelves.databases.find(saved.id()).orElseThrow().extra())
                .contains("s3cret", "two")
                .doesNotContain("XXXXXXXXXX");
        admin.put(address, "{\"masked_encrypted_extra\":null}");
        assertThat(admin.json(admin.get(address))
                        .at("/result/masked_encrypted_extra")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatWeHaveNoColumnForIsKeptAsSupersetHasIt() {
        String start = database("db", "x");
        String body = start.substring(0, start.length() - 1)
                + ",\"allow_ctas\":true,\"allow_run_async\":true,\"server_cert\":\"PEM\",\"force_ctas_schema\":"
                + "\"tmp\",\"extra\":\"{\\\"metadata_cache_timeout\\\":{\\\"x\\\":1}}\"}";
        assertThat(admin.post("/api/v1/database/", body).statusCode()).isEqualTo(201);
        Database saved = server.shelves.databases.findByName("Warehouse").orElseThrow();
        JsonNode shown = admin.json(admin.get("/api/v1/database/" + saved.id())).path("result");
        assertThat(shown.path("allow_ctas").asBoolean()).isTrue();
        assertThat(shown.path("allow_cvas").asBoolean()).isFalse();
        assertThat(shown.path("allow_run_async").asBoolean()).isTrue();
        assertThat(saved.settings()).containsEntry("server_cert", "PEM");
        assertThat(shown.path("server_cert").asText()).isEqualTo("PEM");
        assertThat(shown.path("force_ctas_schema").asText()).isEqualTo("tmp");
        assertThat(shown.path("extra").asText()).isEqualTo("{\"metadata_cache_timeout\":{\"x\":1}}");
        assertThat(shown.path("sqlalchemy_uri").asText()).isEqualTo("postgresql://db/");
        assertThat(admin.put("/api/v1/database/" + saved.id(), "{\"extra\":\"{}\",\"allow_ctas\":false}")
                        .statusCode())
                .isEqualTo(200);
        shown = admin.json(admin.get("/api/v1/database/" + saved.id())).path("result");
        assertThat(shown.path("extra").asText()).isEqualTo("{}");
        assertThat(shown.path("allow_ctas").asBoolean()).isFalse();
        assertThat(shown.path("allow_run_async").asBoolean()).isTrue();
        assertThat(shown.path("server_cert").asText()).isEqualTo("PEM");
    }

    @Test
    void whatAKindCannotDoIsRefusedAtItsField() {
        String start = database("db", "x");
        HttpResponse<String> refused =
                admin.post("/api/v1/database/", start.substring(0, start.length() - 1) + ",\"impersonate_user\":true}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"impersonate_user\"", "not as the person who asks");
    }

    @Test
    void secretsOfTheEncryptedExtraReachTheirSettings() {
        String start = database("db", "x");
        String body = start.substring(0, start.length() - 1)
                + ",\"masked_encrypted_extra\":\"{\\\"auth_params\\\":{\\\"password\\\":{\\\"a\\\":\\\"s3cret\\\"}}}\"}";
        assertThat(admin.post("/api/v1/database/", body).statusCode()).isEqualTo(201);
        Database saved = server.shelves.databases.findByName("Warehouse").orElseThrow();
        assertThat(saved.settings().get("password")).contains("{enc}").contains("s3cret");
    }

    @Test
    void theFormsOfTheKindsAreToldAsSchemaAndAsFields() {
        JsonNode available = admin.json(admin.get("/api/v1/database/available/"));
        JsonNode kind = available.at("/databases/0");
        assertThat(kind.path("engine").asText()).isEqualTo("postgresql");
        assertThat(kind.at("/parameters/properties/password/format").asText()).isEqualTo("password");
        assertThat(kind.at("/parameters/required/0").asText()).isEqualTo("host");
        assertThat(kind.at("/settings/0/title").asText()).isEqualTo("Host");
        assertThat(available.at("/ssh_tunnel/0/name").asText()).isEqualTo("server_address");
    }

    @Test
    void tablesAreDescribedAndWhatUsesThemIsCounted() {
        Database saved = samples.database("Warehouse", Map.of());
        samples.chart(samples.dataset(saved, "flights"), "Delays");
        String path = "/api/v1/database/" + saved.id();
        for (String route : new String[] {"/table_metadata/?name=flights", "/table/flights/main/"}) {
            JsonNode table = admin.json(admin.get(path + route));
            assertThat(table.at("/columns/0/name").asText()).isEqualTo("day");
            assertThat(table.path("selectStar").asText())
                    .contains("\"distance\"")
                    .contains("LIMIT 100");
        }
        assertThat(admin.json(admin.get(path + "/select_star/flights/main/"))
                        .path("result")
                        .asText())
                .contains("\"main\".\"flights\"");
        assertThat(admin.json(admin.get(path + "/function_names/"))
                        .at("/function_names/0")
                        .asText())
                .isEqualTo("ABS");
        assertThat(admin.get(path + "/catalogs/").body()).isEqualTo("{\"result\":[]}");
        JsonNode related = admin.json(admin.get(path + "/related_objects/"));
        assertThat(related.at("/charts/count").asInt()).isEqualTo(1);
        assertThat(related.at("/datasets/count").asInt()).isEqualTo(1);
    }

    private static String database(String host, String password) {
        return "{\"database_name\":\"Warehouse\",\"engine\":\"postgresql\",\"parameters\":{\"host\":\"" + host
                + "\",\"password\":\"" + password + "\"}}";
    }
}
