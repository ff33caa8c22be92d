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
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;

/** Short names of content. */
final class Digests {
    private static final int LENGTH = 32;

    private final Charts charts;
    private final Datasets datasets;
    private final AccessControl access;
    private final Plugins plugins;
    private final String script;

    Digests(Charts charts, Datasets datasets, AccessControl access, Plugins plugins, String script) {
        this.charts = charts;
        this.datasets = datasets;
        this.access = access;
        this.plugins = plugins;
        this.script = of(script);
    }

    String of(Chart chart, Principal principal) {
        Optional<Dataset> dataset = datasets.find(chart.datasetId());
        return of(
                script,
                chart.id(),
                chart.version(),
                chart.stamp().changedOn(),
                dataset.map(Dataset::version).orElse(-1),
                dataset.map(one -> access.rowRules(principal, one)),
                dataset.map(one -> access.mayQuery(principal, one)),
                plugins.find(chart.vizType()).map(Visualization::module));
    }

    String of(Dashboard dashboard, Principal principal) {
        StringBuilder content = new StringBuilder();
        charts.find(dashboard.charts()).stream()
                .sorted(Comparator.comparing(Chart::id))
                .forEach(chart -> content.append(of(chart, principal)));
        return of(script, dashboard.id(), dashboard.version(), dashboard.stamp().changedOn(), content);
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
