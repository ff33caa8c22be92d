package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.User;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DashboardFilterRoutesTest {
    private static final String STATE =
            "{\"value\":\"{\\\"NATIVE_FILTER-1\\\":{\\\"filterState\\\":{\\\"value\\\":[\\\"Rome\\\"]}}}\"}";

    private TestServer server;
    private Dashboard board;
    private Dashboard draft;
    private Browser asMary;
    private Browser asPaul;

    @BeforeEach
    void start() {
        server = new TestServer();
        Samples samples = new Samples(server);
        User mary = server.addUser("mary", "Alpha");
        server.addUser("paul", "Gamma");
        Dataset flights = samples.dataset(samples.database("Warehouse", Map.of()), "flights");
        server.grant("Gamma", "datasource_access", "[Warehouse].[flights](id:" + flights.id() + ")");
        List<Long> charts = List.of(samples.chart(flights, "Flights").id());
        board = samples.dashboard("World", true, charts, mary.id());
        draft = samples.dashboard("Draft", false, charts, mary.id());
        asMary = Browser.signedIn(server, "mary");
        asPaul = Browser.signedIn(server, "paul");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aStateIsKeptUnderAKeyReadByWhoeverSeesTheDashboardAndChangedByItsOwnerAlone() {
        HttpResponse<String> kept = asPaul.post(states(board), STATE);
        assertThat(kept.statusCode()).isEqualTo(201);
        String path = states(board) + "/" + asPaul.json(kept).path("key").asText();
        assertThat(asMary.json(asMary.get(path)).path("value").asText()).contains("Rome");
        assertThat(asMary.put(path, STATE).statusCode()).isEqualTo(403);
        assertThat(asPaul.put(path, STATE.replace("Rome", "Oslo")).statusCode()).isEqualTo(200);
        assertThat(asMary.json(asMary.get(path)).path("value").asText()).contains("Oslo");
        assertThat(asPaul.delete(path).statusCode()).isEqualTo(200);
        assertThat(asPaul.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aKeyOfOneDashboardIsNoneOfAnother() {
        String key = asMary.json(asMary.post(states(board), STATE)).path("key").asText();
        assertThat(asMary.get(states(draft) + "/" + key).statusCode()).isEqualTo(404);
        assertThat(asMary.put(states(draft) + "/" + key, STATE).statusCode()).isEqualTo(404);
    }

    @Test
    void nothingIsKeptForADashboardThatMayNotBeSeen() {
        assertThat(asPaul.post(states(draft), STATE).statusCode()).isEqualTo(404);
    }

    @Test
    void aStateThatIsNoObjectIsRefusedByName() {
        for (String body : List.of("{}", "{\"value\":\"[]\"}", "{\"value\":\"x\"}")) {
            HttpResponse<String> refused = asMary.post(states(board), body);
            assertThat(refused.statusCode()).as(body).isEqualTo(400);
            assertThat(asMary.json(refused).at("/errors/0/extra/field").asText())
                    .isEqualTo("value");
        }
    }

    @Test
    void filtersAreAddedChangedDeletedAndOrderedWhileTheRestOfTheMetadataStays() {
        asMary.put("/api/v1/dashboard/" + board.id(), "{\"json_metadata\":{\"color_scheme\":\"x\"}}");
        String abc = "{\"modified\":[" + filter("a", "A") + "," + filter("b", "B") + "," + filter("c", "C") + "]}";
        assertThat(ids(asMary.put(filters(), abc))).containsExactly("a", "b", "c");
        String change =
                "{\"deleted\":[\"b\"],\"modified\":[" + filter("a", "A2") + "],\"reordered\":[\"c\",\"gone\",\"a\"]}";
        assertThat(ids(asMary.put(filters(), change))).containsExactly("c", "a");
        String metadata =
                server.shelves.dashboards.find(board.id()).orElseThrow().metadata();
        assertThat(metadata).contains("\"color_scheme\":\"x\"", "\"A2\"").doesNotContain("\"B\"");
    }

    @Test
    void whatIsNoFilterIsRefusedAndOnlyOwnersMayChangeThem() {
        assertThat(asPaul.put(filters(), "{\"deleted\":[]}").statusCode()).isEqualTo(403);
        for (String body : List.of("{\"modified\":[1]}", "{\"modified\":[{}]}", "{\"reordered\":[3]}")) {
            assertThat(asMary.put(filters(), body).statusCode()).as(body).isEqualTo(400);
        }
    }

    private static String states(Dashboard dashboard) {
        return "/api/v1/dashboard/" + dashboard.id() + "/filter_state";
    }

    private String filters() {
        return "/api/v1/dashboard/" + board.id() + "/filters";
    }

    private static String filter(String id, String name) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + name + "\"}";
    }

    private List<String> ids(HttpResponse<String> answer) {
        List<String> ids = new ArrayList<>();
        for (JsonNode item : asMary.json(answer).path("result")) {
            ids.add(item.path("id").asText());
        }
        return ids;
    }
}
