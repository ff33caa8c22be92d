package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.event.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.service.event.Event;

@Timeout(30)
class EventStreamTest {
    private TestServer server;
    private Browser browser;

    @BeforeEach
    void start() {
        server = new TestServer();
        server.addUser("mary", "Gamma");
        browser = Browser.signedIn(server, "mary");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPageGetsASnapshotFirstAndThenTheNewsInOrder() throws IOException {
        HttpResponse<InputStream> response = open();
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream;charset=utf-8");
        try (BufferedReader lines = lines(response)) {
            assertThat(lines.readLine()).isEqualTo("event: snapshot");
            assertThat(lines.readLine())
                    .startsWith("data: {\"visualizations\":[{\"viz_type\":\"bar\"")
                    .contains("\"controls\":[1]")
                    .contains("\"state\":\"ready\"");
            assertThat(lines.readLine()).isEmpty();
            news(Topics.CHART_CHANGED, Map.of(Topics.ID, 7L));
            news(Topics.VISUALIZATION_ADDED, Map.of(Topics.ID, "bar"));
            news(Topics.VISUALIZATION_REMOVED, Map.of(Topics.ID, "pie", Topics.PLUGIN, "p", Topics.VERSION, "1"));
            assertThat(next(lines)).containsExactly("event: chart-changed", "data: {\"id\":7}");
            assertThat(next(lines).get(0)).isEqualTo("event: visualization-added");
            assertThat(next(lines))
                    .containsExactly(
                            "event: visualization-removed",
                            "data: {\"viz_type\":\"pie\",\"plugin\":\"p\",\"version\":\"1\"}");
        }
    }

    @Test
    void manyNewsAtOnceArriveCompleteAndInOrder() throws IOException {
        try (BufferedReader lines = lines(open())) {
            next(lines);
            for (long id = 0; id < 200; id++) {
                news(Topics.DATASET_CHANGED, Map.of(Topics.ID, id));
            }
            for (long id = 0; id < 200; id++) {
                assertThat(next(lines)).containsExactly("event: dataset-changed", "data: {\"id\":" + id + "}");
            }
        }
    }

    @Test
    void thePlacesAreBounded() {
        List<HttpResponse<InputStream>> open = List.of(open(), open(), open());
        assertThat(open)
                .allSatisfy(response -> assertThat(response.statusCode()).isEqualTo(200));
        assertThat(open().statusCode()).isEqualTo(429);
    }

    private HttpResponse<InputStream> open() {
        return browser.send("GET", "/api/v1/karavel/events", null, BodyHandlers.ofInputStream());
    }

    private void news(String topic, Map<String, ?> properties) {
        server.listeners.handleEvent(new Event(topic, properties));
    }

    private static BufferedReader lines(HttpResponse<InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private static List<String> next(BufferedReader lines) throws IOException {
        List<String> event = new ArrayList<>();
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            event.add(line);
        }
        return event;
    }
}
