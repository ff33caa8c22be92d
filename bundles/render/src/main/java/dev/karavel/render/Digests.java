package dev.karavel.render;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.viz.Visualization;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Short names of content. */
final class Digests {
    private static final int LENGTH = 32;

    private final Charts charts;
    private final Datasets datasets;
    private final AccessControl access;
    private final Plugins plugins;
    private final Wardrobe wardrobe;
    private final String script;

    Digests(Charts charts, Datasets datasets, AccessControl access, Plugins plugins, Wardrobe wardrobe, String script) {
        this.charts = charts;
        this.datasets = datasets;
        this.access = access;
        this.plugins = plugins;
        this.wardrobe = wardrobe;
        this.script = of(script);
    }

    Map<Long, String> ofCharts(Collection<Chart> some, Principal principal) {
        Map<Long, String> sources = new HashMap<>();
        List<Long> ids = some.stream().map(Chart::datasetId).distinct().toList();
        datasets.find(ids).forEach(dataset -> sources.put(dataset.id(), source(dataset, principal)));
        Map<Long, String> named = new HashMap<>();
        for (Chart chart : some) {
            String module =
                    plugins.find(chart.vizType()).map(Visualization::module).orElse("");
            String source = sources.getOrDefault(chart.datasetId(), "");
            named.put(
                    chart.id(),
                    of(script, chart.id(), chart.version(), chart.stamp().changedOn(), source, module));
        }
        return named;
    }

    private String source(Dataset dataset, Principal principal) {
        return of(
                dataset.version(),
                dataset.stamp().changedOn(),
                access.mayQuery(principal, dataset),
                access.rowRules(principal, dataset));
    }

    Map<Long, String> ofDashboards(Collection<Dashboard> some, Principal principal) {
        List<Long> ids =
                some.stream().flatMap(one -> one.charts().stream()).distinct().toList();
        Map<Long, String> held = ofCharts(charts.find(ids), principal);
        Map<Long, String> worn = wardrobe.states(some);
        Map<Long, String> named = new HashMap<>();
        for (Dashboard dashboard : some) {
            String content = dashboard.charts().stream()
                    .sorted()
                    .map(held::get)
                    .map(String::valueOf)
                    .collect(Collectors.joining());
            named.put(
                    dashboard.id(),
                    of(
                            script,
                            dashboard.id(),
                            dashboard.version(),
                            dashboard.stamp().changedOn(),
                            dashboard.theme().map(worn::get).orElse(""),
                            content));
        }
        return named;
    }

    /** Of anything, by its text. */
    static String of(Object... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : parts) {
                byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String script() {
        return script;
    }
}
