package dev.karavel.web.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.KeptValue;
import dev.karavel.api.catalog.KeptValues;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.render.DashboardPart;
import dev.karavel.api.security.Principal;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The filters and tabs a picture of a dashboard was asked for with, under the key in its address. */
final class PictureStates {
    private static final String KIND = "dashboard_picture";
    /** What the page keeps under the key of its own address. */
    private static final String OF_PAGE = "dashboard_filter_state";

    private static final Duration LASTING = Duration.ofDays(30);

    private final KeptValues values;

    PictureStates(KeptValues values) {
        this.values = values;
    }

    /** What the body of a request for a picture says, in Superset's words; tabs as usual where it names none. */
    static DashboardPart read(JsonNode body, DashboardPart usual) {
        Fields fields = new Fields(body);
        List<String> tabs = texts(body.path("activeTabs"));
        JsonNode mask = fields.node("dataMask");
        if (!mask.isMissingNode() && !mask.isNull() && !mask.isObject()) {
            throw KaravelException.invalid("dataMask", "dataMask is an object of what was chosen, by ids of filters");
        }
        Map<String, String> urlParams = new LinkedHashMap<>();
        for (JsonNode pair : fields.node("urlParams")) {
            if (!pair.isArray() || pair.size() != 2) {
                throw KaravelException.invalid("urlParams", "urlParams is a list of pairs [name, value]");
            }
            urlParams.put(pair.path(0).asText(), pair.path(1).asText());
        }
        Optional<String> anchor = fields.text("anchor", Optional.empty()).filter(one -> !one.isBlank());
        return new DashboardPart(
                tabs.isEmpty() ? usual.tabs() : tabs,
                tabs.isEmpty() && anchor.isEmpty() && usual.allTabs(),
                anchor,
                mask.isObject() ? mask.toString() : "{}",
                urlParams);
    }

    String keep(Dashboard dashboard, DashboardPart part, Principal principal) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("dashboard", dashboard.uuid().toString());
        state.put("tabs", part.tabs());
        state.put("allTabs", part.allTabs());
        state.put("anchor", part.anchor().orElse(null));
        state.put("dataMask", part.dataMask());
        state.put("urlParams", part.urlParams());
        return values.keep(KIND, Json.text(state), Optional.of(principal.userId()), Optional.of(LASTING))
                .key();
    }

    /** @throws KaravelException NOT_FOUND for a key of another dashboard */
    DashboardPart find(Dashboard dashboard, String key) {
        JsonNode state = found(KIND, dashboard, key);
        Map<String, String> urlParams = new LinkedHashMap<>();
        state.path("urlParams")
                .properties()
                .forEach(pair -> urlParams.put(pair.getKey(), pair.getValue().asText()));
        return new DashboardPart(
                texts(state.path("tabs")),
                state.path("allTabs").asBoolean(),
                Optional.ofNullable(state.path("anchor").textValue()),
                state.path("dataMask").asText("{}"),
                urlParams);
    }

    /** With the filters as the page has them under the key of its address. */
    DashboardPart ofPage(Dashboard dashboard, String key, DashboardPart part) {
        String mask = found(OF_PAGE, dashboard, key).path("value").asText("{}");
        return new DashboardPart(part.tabs(), part.allTabs(), part.anchor(), mask, part.urlParams());
    }

    private JsonNode found(String kind, Dashboard dashboard, String key) {
        return values.find(kind, key)
                .map(PictureStates::state)
                .filter(state ->
                        state.path("dashboard").asText().equals(dashboard.uuid().toString()))
                .orElseThrow(() -> KaravelException.notFound("Filter state", key));
    }

    private static JsonNode state(KeptValue kept) {
        try {
            return Json.read(kept.value());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is kept under " + kept.key() + " is damaged", e);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
