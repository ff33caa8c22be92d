package dev.karavel.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.viz.Asset;
import dev.karavel.api.viz.Plugin;
import dev.karavel.api.viz.Visualization;
import dev.karavel.api.viz.VisualizationRegistry;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import java.util.List;
import java.util.Optional;

/** One chart type of one plugin with one file. */
final class FakeRegistry implements VisualizationRegistry {
    @Override
    public List<Visualization> all() {
        return List.of(new Visualization(
                "bar",
                "Bars",
                "Ranking",
                List.of(),
                "",
                "plugin",
                "1.0.0",
                "/plugins/plugin/1/bar/index.js",
                "",
                "{\"controls\":[1],\"query\":{\"mode\":\"aggregate\"}}",
                ""));
    }

    @Override
    public Optional<Visualization> find(String vizType) {
        return all().stream().filter(one -> one.vizType().equals(vizType)).findFirst();
    }

    @Override
    public List<Plugin> plugins() {
        return List.of(new Plugin("plugin", "Plugin", "1.0.0", "visualization", List.of("bar"), ""));
    }

    @Override
    public Optional<Asset> asset(String plugin, String version, String path) {
        return path.equals("bar/index.js")
                ? Optional.of(new Asset("export {}".getBytes(UTF_8), "text/javascript"))
                : Optional.empty();
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
