package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.api.task.Tasks.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskRoutesTest {
    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void administratorsSeeEndAndRetryTasks() {
        server.addUser("root", "Admin");
        Browser admin = Browser.signedIn(server, "root");
        Task task = order();
        server.tasks.end(task.id(), Outcome.failed("Away", "WAREHOUSE_UNREACHABLE"));
        String path = "/api/v1/task/" + task.id();

        assertThat(admin.get("/api/v1/task/").body())
                .contains("\"state\":\"failed\"", "\"words\":\"Away\"")
                .doesNotContain("secret");
        assertThat(admin.get("/api/v1/task/counts/").body()).contains("{\"work\":{\"failed\":1}}");
        assertThat(admin.post(path + "/retry", "{}").body()).contains("\"state\":\"waiting\"");
        assertThat(admin.post(path + "/cancel", "{}").body()).contains("\"state\":\"cancelled\"");
        assertThat(admin.get("/api/v1/task/none").statusCode()).isEqualTo(404);
    }

    @Test
    void aTaskTellsWhatItIsAbout() {
        server.addUser("root", "Admin");
        Browser admin = Browser.signedIn(server, "root");
        long shown = new Samples(server).dashboard("Sales", true, List.of()).id();
        order("thumbnail", "dashboard/" + shown + "@17");
        order("thumbnail", "dashboard/4711@17");

        assertThat(admin.get("/api/v1/task/").body())
                .contains("\"path\":\"/dashboard/" + shown + "/\"")
                .contains("\"thing\":null")
                .doesNotContain("/dashboard/4711/");
    }

    @Test
    void othersDoNot() {
        server.addUser("gamma", "Gamma");
        Browser gamma = Browser.signedIn(server, "gamma");
        Task task = order();

        assertThat(gamma.get("/api/v1/task/").statusCode()).isEqualTo(403);
        assertThat(gamma.post("/api/v1/task/" + task.id() + "/cancel", "{}").statusCode())
                .isEqualTo(403);
    }

    private Task order() {
        return order("work", "a");
    }

    private Task order(String kind, String key) {
        return server.tasks.submit(new TaskOrder(
                kind,
                key,
                "{\"secret\":1}",
                OptionalLong.empty(),
                Priority.BACKGROUND,
                Optional.empty(),
                Duration.ofMinutes(1),
                1));
    }
}
