package dev.karavel.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.ChartRequest.Stale;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.ResultType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A question as a text that another node reads the same question from. */
record QuestionText(ChartRequest request, ResultFormat format) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    String write() {
        ObjectNode node = JSON.createObjectNode();
        request.chartId().ifPresent(id -> node.put("chart", id));
        request.datasetId().ifPresent(id -> node.put("dataset", id));
        node.set("form_data", JSON.valueToTree(request.formData()));
        node.set("queries", JSON.valueToTree(request.queries()));
        node.put("type", request.resultType().name());
        node.put("force", request.force());
        request.cacheTimeout().ifPresent(seconds -> node.put("cache_timeout", seconds));
        node.put("stale", request.stale().seconds());
        node.put("stale_accepted", request.stale().accepted());
        node.put("format", format.name());
        return node.toString();
    }

    static QuestionText read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            List<Map<String, Object>> queries = new ArrayList<>();
            node.path("queries").forEach(query -> queries.add(JSON.convertValue(query, MAP)));
            return new QuestionText(
                    new ChartRequest(
                            number(node, "chart"),
                            number(node, "dataset"),
                            JSON.convertValue(node.path("form_data"), MAP),
                            queries,
                            ResultType.valueOf(node.path("type").asText()),
                            node.path("force").asBoolean(),
                            number(node, "cache_timeout").map(Long::intValue),
                            new Stale(
                                    node.path("stale").asInt(),
                                    node.path("stale_accepted").asBoolean())),
                    ResultFormat.valueOf(node.path("format").asText()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new KaravelException(ErrorCode.INVALID_REQUEST, "This task holds no question", e);
        }
    }

    /** The same, to be found among what is kept. */
    ChartRequest fetching() {
        return with(false);
    }

    ChartRequest asking() {
        return with(request.force());
    }

    // what is never to be stored is kept for as long as it takes to fetch it
    private ChartRequest with(boolean force) {
        return new ChartRequest(
                request.chartId(),
                request.datasetId(),
                request.formData(),
                request.queries(),
                request.resultType(),
                force,
                request.cacheTimeout().map(seconds -> seconds <= 0 ? FETCH_SECONDS : seconds),
                request.stale());
    }

    private static final int FETCH_SECONDS = 60;

    private static Optional<Long> number(JsonNode node, String name) {
        return node.has(name) ? Optional.of(node.path(name).asLong()) : Optional.empty();
    }
}
