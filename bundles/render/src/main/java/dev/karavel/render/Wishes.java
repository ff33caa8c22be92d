package dev.karavel.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartAnswer;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.QueryService;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.render.Sample;
import dev.karavel.api.security.Principal;
import dev.karavel.api.viz.Visualization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Puts together what the drawing script has to know: the chart, its plugin, and its data as somebody may see them. */
final class Wishes {
    private final Charts charts;
    private final QueryService queries;
    private final Plugins plugins;
    private final Duration patience;

    Wishes(Charts charts, QueryService queries, Plugins plugins, Duration patience) {
        this.charts = charts;
        this.queries = queries;
        this.plugins = plugins;
        this.patience = patience;
    }

    /** @throws KaravelException what asking for the data throws and the caller has to hear */
    Wish of(ChartRequest request, String locale, Principal principal) {
        Optional<Chart> chart = request.chartId().flatMap(charts::find);
        ObjectNode form = Plugins.object(chart.map(Chart::params).orElse("{}"));
        form.setAll((ObjectNode) Plugins.JSON.valueToTree(request.formData()));
        chart.filter(saved -> !form.hasNonNull("viz_type")).ifPresent(saved -> form.put("viz_type", saved.vizType()));
        String title = chart.map(Chart::name).orElse(form.path("slice_name").asText(""));
        boolean asSaved =
                request.formData().isEmpty() || request.formData().keySet().equals(java.util.Set.of("slice_id"));
        Wish bare = wish(form.path("viz_type").asText(""), title, form, locale, Map.of(), "");
        try {
            Layers.Answered answer = answered(request, principal);
            if (bare.module().isEmpty()) {
                return bare;
            }
            List<Layers.Answered> layers = Layers.control(bare.visualization())
                    .map(control ->
                            new Layers(charts, each -> answered(each, principal)).into(bare.formData(), control))
                    .orElse(List.of());
            return layers.isEmpty()
                    ? new Wish(bare.module(), title, bare.settings(), Map.of("answer", answer.json()), answer.tag())
                    : new Wish(bare.module(), title, bare.settings(), Map.of("layers", list(layers)), tags(layers));
        } catch (KaravelException e) {
            return bare.saying(tellable(e, asSaved, locale));
        }
    }

    Wish of(Sample sample, String locale) {
        ObjectNode form = Plugins.object(sample.formData()).put("viz_type", sample.vizType());
        Map<String, String> data = Map.of("samples", sample.results(), "annotations", sample.annotations());
        Wish wish = wish(sample.vizType(), sample.title(), form, locale, data, sample.results() + sample.annotations());
        return wish.module().isEmpty() ? new Wish(wish.module(), wish.name(), wish.settings(), Map.of(), "") : wish;
    }

    /** A chart that cannot even be asked. */
    Wish said(Chart chart, State state, String locale) {
        ObjectNode form = Plugins.object(chart.params());
        return wish(chart.vizType(), chart.name(), form, locale, Map.of(), "").saying(state);
    }

    private Wish wish(String type, String title, ObjectNode form, String locale, Map<String, String> data, String tag) {
        ObjectNode settings = Plugins.JSON.createObjectNode();
        settings.put("title", title);
        settings.set("formData", form);
        Optional<Visualization> found = plugins.find(type);
        ObjectNode described = found.map(Plugins::described).orElseGet(() -> Plugins.JSON
                .createObjectNode()
                .put("viz_type", type)
                .put("title", type)
                .put("plugin", "")
                .put("version", ""));
        settings.set("visualization", described);
        settings.set(
                "messages", found.map(one -> plugins.messages(one, locale)).orElseGet(Plugins.JSON::createObjectNode));
        Wish wish = new Wish(found.map(Plugins::module), title, settings, data, tag);
        return found.isPresent() ? wish : wish.saying(State.missing(type, locale));
    }

    /** What has gone wrong with a saved chart is said in its picture; what was asked wrongly is said to who asked. */
    private static State tellable(KaravelException e, boolean asSaved, String locale) {
        return switch (e.code()) {
            case NOT_FOUND, FORBIDDEN, UNAUTHENTICATED, CANCELLED, QUEUE_FULL, TOO_MANY_REQUESTS -> throw e;
            case INVALID_REQUEST, TOO_LARGE -> {
                if (!asSaved) {
                    throw e;
                }
                yield State.of(e, locale);
            }
            default -> State.of(e, locale);
        };
    }

    private Layers.Answered answered(ChartRequest request, Principal principal) {
        ChartAnswer answer = queries.answer(
                request, ResultFormat.COLUMNS, principal, Instant.now().plus(patience));
        return new Layers.Answered(text(answer), answer.etag());
    }

    private static String list(List<Layers.Answered> layers) {
        return layers.stream().map(Layers.Answered::json).collect(Collectors.joining(",", "[", "]"));
    }

    private static String tags(List<Layers.Answered> layers) {
        return layers.stream().map(Layers.Answered::tag).collect(Collectors.joining(" "));
    }

    private static String text(ChartAnswer answer) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.gzip()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
