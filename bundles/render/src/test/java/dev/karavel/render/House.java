package dev.karavel.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.cache.CachedResult;
import dev.karavel.api.cache.ResultCache;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartAnswer;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.Download;
import dev.karavel.api.query.QueryService;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.viz.Asset;
import dev.karavel.api.viz.Plugin;
import dev.karavel.api.viz.Visualization;
import dev.karavel.api.viz.VisualizationRegistry;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** What stands around the renderer in a server, small: charts whose data are the gallery's samples. */
final class House {
    static final Principal MARY = new Principal(1, "mary", "Mary", Set.of("Gamma"), false);
    static final Principal PAUL = new Principal(2, "paul", "Paul", Set.of("Gamma"), false);

    final PluginFolder plugin = new PluginFolder("viz-basic");
    final Shelf.OfCharts charts = new Shelf.OfCharts();
    final Shelf.OfDashboards dashboards = new Shelf.OfDashboards();
    final Shelf.OfThemes themes = new Shelf.OfThemes();
    final Map<Long, KaravelException> refusals = new HashMap<>();
    final Map<String, String> scripts = new HashMap<>();
    /** Controls of those types that are scripts. */
    final Map<String, String> controls = new HashMap<>();

    /** Rows that only this person sees. */
    final Map<Long, String> ownRows = new HashMap<>();

    /** Form data each chart was last asked with. */
    final Map<Long, Map<String, Object>> asked = new HashMap<>();

    int painted;

    Chart chart(long id, String name, String type, int sample) {
        return chart(id, name, type, sample, "{}");
    }

    /** @param settings JSON, over those of the sample */
    Chart chart(long id, String name, String type, int sample, String settings) {
        ObjectNode form = plugin.types().contains(type)
                ? plugin.samples(type).get(sample).path("formData").deepCopy()
                : PluginFolder.JSON.createObjectNode();
        form.setAll(Plugins.object(settings));
        form.put("viz_type", type).put("sample", sample);
        Chart chart = new Chart(
                id,
                UUID.randomUUID(),
                1,
                name,
                type,
                1,
                form.toString(),
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                "",
                Set.of(),
                Stamp.none());
        charts.kept.put(id, chart);
        return chart;
    }

    Dashboard dashboard(long id, String title, String position, Long... held) {
        Dashboard dashboard = new Dashboard(
                id,
                UUID.randomUUID(),
                1,
                title,
                Optional.empty(),
                "",
                position,
                "{}",
                "",
                true,
                "",
                "",
                List.of(held),
                Set.of(),
                Set.of(),
                themes.kept.keySet().stream().findFirst(),
                Stamp.none());
        dashboards.kept.put(id, dashboard);
        return dashboard;
    }

    /** Answers with a sample, as the query service writes columns. */
    final class Queries implements QueryService {
        @Override
        public ChartAnswer answer(ChartRequest request, ResultFormat format, Principal principal, Instant deadline) {
            long id = request.chartId().orElseThrow();
            asked.put(id, request.formData());
            if (refusals.containsKey(id)) {
                throw refusals.get(id);
            }
            Chart chart = charts.kept.get(id);
            JsonNode form = Plugins.object(chart.params());
            JsonNode sample = plugin.samples(plugin.types().contains(chart.vizType()) ? chart.vizType() : "pie")
                    .get(form.path("sample").asInt());
            ObjectNode result = PluginFolder.JSON.createObjectNode();
            ArrayNode names = result.putArray("colnames");
            ArrayNode types = result.putArray("coltypes");
            ArrayNode columns = result.putArray("columns");
            ObjectNode labels = result.putObject("labels_map");
            for (int i = 0; i < sample.path("columns").size(); i++) {
                JsonNode column = sample.path("columns").get(i);
                names.add(column.path("name").asText());
                labels.put(column.path("name").asText(), column.path("label").asText());
                types.add(List.of("number", "text", "time", "boolean")
                        .indexOf(column.path("type").asText()));
                columns.addObject().set("values", sample.path("values").get(i));
            }
            result.put("rowcount", sample.path("values").path(0).size());
            String json = PluginFolder.JSON
                    .createObjectNode()
                    .set("result", PluginFolder.JSON.createArrayNode().add(result))
                    .toString();
            String rows = ownRows.getOrDefault(principal.userId(), "");
            return new ChartAnswer(gzip(rows.isEmpty() ? json : json.replace("ORD", rows)), "tag-" + id + rows, true);
        }

        @Override
        public Download download(ChartRequest request, ResultFormat format, Principal principal, Instant deadline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Download export(ChartRequest request, ResultFormat format, Principal principal) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Table> tables(ChartRequest request, Principal principal, Instant deadline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Object> values(long datasetId, String column, int limit, Principal principal, Instant deadline) {
            throw new UnsupportedOperationException();
        }
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    final class Registry implements VisualizationRegistry {
        @Override
        public List<Visualization> all() {
            return List.of();
        }

        @Override
        public Optional<Visualization> find(String type) {
            if (!plugin.types().contains(type) && !scripts.containsKey(type)) {
                return Optional.empty();
            }
            ObjectNode described = plugin.types().contains(type)
                    ? plugin.visualization(type)
                    : Plugins.object(controls.getOrDefault(type, "{}"));
            return Optional.of(new Visualization(
                    type,
                    "The " + type,
                    described.path("category").asText("Other"),
                    List.of(),
                    "",
                    "test.plugin",
                    "1",
                    "/plugins/" + plugin.module(type),
                    "",
                    described.toString(),
                    ""));
        }

        @Override
        public List<Plugin> plugins() {
            return List.of();
        }

        @Override
        public Optional<Asset> asset(String name, String version, String path) {
            String type = path.split("/")[0];
            Optional<String> text = scripts.containsKey(type) && path.endsWith("index.js")
                    ? Optional.of(scripts.get(type))
                    : plugin.text(name + "/" + version + "/" + path);
            return text.map(found -> new Asset(found.getBytes(StandardCharsets.UTF_8), "text/javascript"));
        }

        @Override
        public List<QuerySpec> query(String vizType, FormData formData, DatasetInfo dataset) {
            return List.of();
        }

        @Override
        public Table shape(String vizType, Table answer, FormData formData) {
            return answer;
        }
    }

    static final class Everything implements AccessControl {
        @Override
        public boolean may(Principal principal, String action, String view) {
            return true;
        }

        @Override
        public void require(Principal principal, String action, String view) {}

        @Override
        public boolean mayQuery(Principal principal, Dataset dataset) {
            return true;
        }

        @Override
        public boolean maySee(Principal principal, Chart chart) {
            return true;
        }

        @Override
        public boolean maySee(Principal principal, Dashboard dashboard) {
            return !dashboard.title().equals("Hidden");
        }

        @Override
        public boolean mayEdit(Principal principal, Set<Long> owners) {
            return true;
        }

        @Override
        public Visibility visibility(Principal principal) {
            return new Visibility.All();
        }

        @Override
        public List<String> rowRules(Principal principal, Dataset dataset) {
            return List.of();
        }
    }

    final class Cache implements ResultCache {
        private final Map<String, CachedResult> kept = new HashMap<>();

        @Override
        public Optional<CachedResult> find(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public Found load(String key, boolean force, Duration timeToLive, Duration patience, Supplier<byte[]> loader) {
            boolean hit = kept.containsKey(key);
            if (!hit) {
                painted++;
                kept.put(key, new CachedResult(loader.get(), Instant.EPOCH));
            }
            return new Found(kept.get(key), hit);
        }

        @Override
        public void forget(String key) {
            kept.remove(key);
        }

        @Override
        public void clear() {
            kept.clear();
        }

        @Override
        public Statistics statistics() {
            return new Statistics(kept.size(), 0, 0, 0, 0, 0, 0);
        }
    }
}
