package dev.karavel.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.task.Tasks.Outcome;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobRoutesTest {
    private static final String LATER = "{\"datasource\":{\"id\":1,\"type\":\"table\"},\"async\":true}";

    private TestServer server;
    private Browser ann;

    @BeforeEach
    void start() {
        server = new TestServer();
        server.addUser("ann", "Alpha");
        server.addUser("bob", "Alpha");
        ann = Browser.signedIn(server, "ann");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aQuestionIsAcceptedAndFetchedWhenItIsDone() {
        HttpResponse<String> accepted = ann.post("/api/v1/chart/data", LATER);
        assertThat(accepted.statusCode()).isEqualTo(202);
        JsonNode job = ann.json(accepted);
        assertThat(job.path("status").asText()).isEqualTo("pending");
        String result = job.path("result_url").asText();
        assertThat(ann.get(result).statusCode()).isEqualTo(202);

        server.tasks.end(UUID.fromString(job.path("job_id").asText()), Outcome.done("{}"));
        assertThat(ann.json(ann.get("/api/v1/async_event/?last_id=0-0"))
                        .at("/result/0/status")
                        .asText())
                .isEqualTo("done");
        assertThat(ann.get(result).body()).isEqualTo(FakeQueries.ANSWER);
    }

    @Test
    void whoIsToldToWaitGetsTheNameOfHisChannelAsACookie() {
        HttpResponse<String> accepted = ann.post("/api/v1/chart/data", LATER);
        String cookie = accepted.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("async-token=").contains("; HttpOnly; SameSite=Lax");
        String[] token =
                cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')).split("\\.");
        assertThat(token).hasSize(3);
        assertThat(new String(Base64.getUrlDecoder().decode(token[1]), UTF_8))
                .contains(
                        "\"channel\":\"" + ann.json(accepted).path("channel_id").asText() + "\"");
    }

    @Test
    void whatFailedSaysWhyAndWhatWasCancelledToo() {
        JsonNode failed = ann.json(ann.post("/api/v1/chart/data", LATER));
        server.tasks.end(
                UUID.fromString(failed.path("job_id").asText()), Outcome.failed("Away", "WAREHOUSE_UNREACHABLE"));
        HttpResponse<String> why = ann.get(failed.path("result_url").asText());
        assertThat(why.statusCode()).isEqualTo(503);
        assertThat(why.body()).contains("Away");

        JsonNode job = ann.json(ann.post("/api/v1/chart/data", LATER));
        String own = "/api/v1/async_event/" + job.path("job_id").asText();
        assertThat(ann.json(ann.post(own + "/cancel", "{}"))
                        .at("/result/status")
                        .asText())
                .isEqualTo("error");
        assertThat(ann.get(job.path("result_url").asText()).statusCode()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void nobodyElseSeesIt() {
        JsonNode job = ann.json(ann.post("/api/v1/chart/data", LATER));
        Browser bob = Browser.signedIn(server, "bob");
        String own = "/api/v1/async_event/" + job.path("job_id").asText();

        assertThat(bob.get(job.path("result_url").asText()).statusCode()).isEqualTo(404);
        assertThat(bob.get(own).statusCode()).isEqualTo(404);
        assertThat(bob.post(own + "/cancel", "{}").statusCode()).isEqualTo(404);
        assertThat(ann.json(ann.get(own)).at("/result/status").asText()).isEqualTo("pending");
    }

    @Test
    void whatIsReadyInTimeComesAtOnce() {
        String soon = LATER.replace("true", "{\"after\":20000}");
        HttpResponse<String> answer = ann.post("/api/v1/chart/data", soon);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(FakeQueries.ANSWER);
        assertThat(ann.post("/api/v1/chart/data", LATER.replace("true", "{\"after\":-1}"))
                        .statusCode())
                .isEqualTo(400);
    }
}
