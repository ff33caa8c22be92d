package dev.karavel.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Other charts that a chart shows in itself. A module cannot ask for them where pictures are made, so their settings are laid
 * into the control its descriptor names ({@code ui.layers} of the one that chooses them), and their answers beside them.
 */
final class Layers {
    private static final Logger LOG = LoggerFactory.getLogger(Layers.class);
    private static final int MOST = 20;

    private final Charts charts;
    private final Function<ChartRequest, Answered> ask;

    /**
     * @param json as the query service writes columns
     * @param tag changes with it
     */
    record Answered(String json, String tag) {}

    /** @param ask may throw what makes one layer be left out, as in the page, or what the caller has to hear */
    Layers(Charts charts, Function<ChartRequest, Answered> ask) {
        this.charts = charts;
        this.ask = ask;
    }

    /** The control that chooses other charts, where the type has one. */
    static Optional<JsonNode> control(JsonNode visualization) {
        return StreamSupport.stream(visualization.path("controls").spliterator(), false)
                .flatMap(
                        section -> StreamSupport.stream(section.path("controls").spliterator(), false))
                .filter(control -> !layersOf(control).isEmpty())
                .findFirst();
    }

    private static String layersOf(JsonNode control) {
        return control.path("ui").path("layers").asText("");
    }

    /** Lays them into the form. @return their answers, in the order of their settings */
    List<Answered> into(ObjectNode form, JsonNode control) {
        JsonNode chosen = form.path(control.path("name").asText());
        ArrayNode settings = Plugins.JSON.createArrayNode();
        List<Answered> answers = new ArrayList<>();
        for (JsonNode each : chosen) {
            Optional<Chart> chart = settings.size() < MOST ? charts.find(each.asLong()) : Optional.empty();
            chart.flatMap(one -> answered(one, form)).ifPresent(answer -> {
                settings.add(Plugins.object(chart.get().params())
                        .put("viz_type", chart.get().vizType())
                        .put("title", chart.get().name()));
                answers.add(answer);
            });
        }
        if (!answers.isEmpty()) {
            form.set(layersOf(control), settings);
            form.remove(control.path("name").asText());
        }
        return answers;
    }

    private Optional<Answered> answered(Chart chart, ObjectNode form) {
        try {
            ChartRequest saved = ChartRequest.ofChart(chart.id());
            return Optional.of(ask.apply(new ChartRequest(
                    saved.chartId(),
                    saved.datasetId(),
                    added(form, Plugins.object(chart.params())),
                    saved.queries(),
                    saved.resultType(),
                    false,
                    Optional.empty())));
        } catch (KaravelException e) {
            switch (e.code()) {
                case CANCELLED, QUEUE_FULL, TOO_MANY_REQUESTS, UNAUTHENTICATED -> throw e;
                default -> LOG.warn("Chart {} is left out of a picture of layers: {}", chart.id(), e.getMessage());
            }
            return Optional.empty();
        }
    }

    /** What the chart and its dashboard ask of each layer. */
    private static Map<String, Object> added(ObjectNode form, ObjectNode layer) {
        Map<String, Object> added = new LinkedHashMap<>();
        if (!form.path("adhoc_filters").isEmpty()) {
            ArrayNode filters = Plugins.JSON.createArrayNode();
            layer.path("adhoc_filters").forEach(filters::add);
            form.path("adhoc_filters").forEach(filters::add);
            added.put("adhoc_filters", Plugins.JSON.convertValue(filters, List.class));
        }
        String range = form.path("time_range").asText("No filter");
        if (!range.isBlank() && !range.equals("No filter")) {
            added.put("time_range", range);
        }
        if (form.path("extra_form_data").isObject()) {
            added.put("extra_form_data", Plugins.JSON.convertValue(form.get("extra_form_data"), Map.class));
        }
        return added;
    }
}
