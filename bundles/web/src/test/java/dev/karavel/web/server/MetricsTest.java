package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.web.metrics.MetricsAccess;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer();
        server.addUser("admin", "Admin");
        server.addUser("rolesless");
        new Samples(server).database("Shop \"north\"", Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void strangersReadNoMetrics() {
        assertThat(new Browser(server).get("/metrics").statusCode()).isEqualTo(401);
        assertThat(new Browser(server)
                        .with("Authorization", "Bearer something else")
                        .get("/metrics")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Browser.signedIn(server, "rolesless").get("/metrics").statusCode())
                .isEqualTo(403);
    }

    @Test
    void adminsAndACollectorWithTheTokenReadThem() {
        HttpResponse<String> page = Browser.signedIn(server, "admin").get("/metrics");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain; version=0.0.4");
        assertThat(new Browser(server)
                        .with("Authorization", "Bearer " + TestServer.METRICS_TOKEN)
                        .get("/metrics")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void statementsOfEachDatabaseTheCacheAndTheMachineAreCounted() {
        String text = Browser.signedIn(server, "admin").get("/metrics").body();
        String labels = "database=\"Shop \\\"north\\\"\",kind=\"postgresql\"";
        assertThat(text)
                .contains("# TYPE karavel_statements_running gauge\nkaravel_statements_running{" + labels + "} 1\n")
                .contains("karavel_statements_waiting{" + labels + "} 2\n")
                .contains("karavel_connections_active{" + labels + "} 1\n")
                .contains("karavel_connections_idle{" + labels + "} 3\n")
                .contains("karavel_connections_waiting{" + labels + "} 2\n")
                .contains("karavel_connections_limit{" + labels + "} 8\n")
                .contains("karavel_statements_total{" + labels + "} 40\n")
                .contains("karavel_statements_refused_total{" + labels + "} 4\n")
                .contains("karavel_statement_wait_seconds_bucket{" + labels + ",le=\"0.005\"} 3\n")
                .contains("karavel_statement_wait_seconds_bucket{" + labels + ",le=\"+Inf\"} 4\n")
                .contains("karavel_statement_wait_seconds_sum{" + labels + "} 0.008\n")
                .contains("karavel_cache_hits_total 4\n")
                .contains("karavel_cache_misses_total 5\n")
                .contains("jvm_memory_used_bytes{area=\"heap\"} ")
                .contains("jvm_threads_current ");
    }

    @Test
    void everyLineIsACommentOrASampleAndEachFamilyStandsOnce() {
        String text = Browser.signedIn(server, "admin").get("/metrics").body();
        assertThat(text).endsWith("\n");
        assertThat(text.lines())
                .allMatch(line -> line.matches("# (HELP|TYPE) [a-z_]+ .+")
                        || line.matches("[a-z_]+(\\{([a-z_]+=\"(\\\\.|[^\"\\\\])*\",?)+})? (-?\\d+(\\.\\d+)?|[+]Inf)"));
        Stream<String> families = text.lines().filter(line -> line.startsWith("# TYPE"));
        List<String> names = families.map(line -> line.split(" ")[2]).toList();
        assertThat(names).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void aShortTokenIsRefusedWhenTheServerStarts() {
        assertThatThrownBy(() -> new MetricsAccess(null, "short", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("KARAVEL_METRICS_TOKEN");
    }
}
