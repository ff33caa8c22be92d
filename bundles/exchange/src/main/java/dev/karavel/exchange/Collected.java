package dev.karavel.exchange;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.exchange.AssetKind;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.exchange.file.DashboardFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an export will hold: the things asked for, and what they stand on, each once. */
final class Collected {
    final Map<Long, Database> databases = new LinkedHashMap<>();
    final Map<Long, Dataset> datasets = new LinkedHashMap<>();
    final Map<Long, Chart> charts = new LinkedHashMap<>();
    final Map<Long, Dashboard> dashboards = new LinkedHashMap<>();

    /** The repositories, as somebody may see them. */
    record Sources(
            Databases databases,
            Datasets datasets,
            Charts charts,
            Dashboards dashboards,
            AccessControl access,
            Principal principal) {}

    private final Sources from;

    private Collected(Sources from) {
        this.from = from;
    }

    static Collected of(AssetKind kind, List<Long> ids, Sources from) {
        Collected all = new Collected(from);
        switch (kind) {
            case DATABASE -> ids.forEach(all::database);
            case DATASET -> ids.forEach(all::dataset);
            case CHART -> ids.forEach(all::chart);
            case DASHBOARD -> ids.forEach(all::dashboard);
            case ASSETS -> all.everything();
        }
        return all;
    }

    private void everything() {
        from.databases().list(ListQuery.everything()).items().forEach(this::add);
        from.datasets().list(ListQuery.everything()).items().forEach(this::add);
        from.charts().list(ListQuery.everything()).items().forEach(this::add);
        from.dashboards().list(ListQuery.everything()).items().forEach(this::add);
    }

    /** With its datasets. */
    private void database(long id) {
        add(from.databases().find(id).orElseThrow(() -> KaravelException.notFound("Database", id)));
        from.datasets().ofDatabase(id).forEach(this::add);
    }

    private void dataset(long id) {
        add(from.datasets()
                .find(id)
                .filter(found -> from.access().mayQuery(from.principal(), found))
                .orElseThrow(() -> KaravelException.notFound("Dataset", id)));
    }

    private void chart(long id) {
        add(from.charts()
                .find(id)
                .filter(found -> from.access().maySee(from.principal(), found))
                .orElseThrow(() -> KaravelException.notFound("Chart", id)));
    }

    private void dashboard(long id) {
        add(from.dashboards()
                .find(id)
                .filter(found -> from.access().maySee(from.principal(), found))
                .orElseThrow(() -> KaravelException.notFound("Dashboard", id)));
    }

    private void add(Dashboard dashboard) {
        dashboards.put(dashboard.id(), dashboard);
        from.charts().find(dashboard.charts()).forEach(this::add);
        // A filter whose dataset is gone, or is not theirs to read, keeps only its name.
        from.datasets().find(DashboardFile.datasetsOfFilters(dashboard)).stream()
                .filter(found -> from.access().mayQuery(from.principal(), found))
                .forEach(this::add);
    }

    private void add(Chart chart) {
        Dataset dataset = from.datasets()
                .find(chart.datasetId())
                .orElseThrow(() -> new KaravelException(
                        ErrorCode.CONFLICT,
                        "The dataset of chart " + chart.name() + " is gone: it cannot be exported"));
        charts.put(chart.id(), chart);
        add(dataset);
    }

    private void add(Dataset dataset) {
        if (!from.access().mayQuery(from.principal(), dataset)) {
            throw new KaravelException(
                    ErrorCode.FORBIDDEN,
                    "You may not read the dataset " + dataset.tableName() + ", which belongs to this export");
        }
        Database database = from.databases()
                .find(dataset.databaseId())
                .orElseThrow(() -> KaravelException.notFound("Database", dataset.databaseId()));
        datasets.put(dataset.id(), dataset);
        add(database);
    }

    private void add(Database database) {
        databases.put(database.id(), database);
    }
}
