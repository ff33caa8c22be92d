package dev.karavel.query;

import dev.karavel.api.catalog.Annotation;
import dev.karavel.api.catalog.Annotations;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Repository;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Stored;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.AdhocFilters;
import dev.karavel.api.query.Terms;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.api.viz.Asset;
import dev.karavel.api.viz.Plugin;
import dev.karavel.api.viz.Visualization;
import dev.karavel.api.viz.VisualizationRegistry;
import dev.karavel.query.question.RequestReader;
import dev.karavel.query.template.DatasetTemplates;
import dev.karavel.query.template.PhysicalTables;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import dev.karavel.template.JinjaTemplates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A server's worth of neighbours, held in memory: one database, two datasets, one chart type, a clock turned by hand. */
final class World {
    static final Principal ADMIN = new Principal(1, "admin", "Ada", Set.of("Admin"), false);
    static final Principal GAMMA = new Principal(2, "gamma", "Gus", Set.of("Gamma"), false);

    final Kept<Chart> charts = new Kept<>();
    final Kept<Dataset> datasets = new Kept<>();
    final Kept<Database> databases = new Kept<>();
    final KeptAnnotations annotations = new KeptAnnotations();
    final Rights rights = new Rights();
    final CountingRunner runner = new CountingRunner();
    final MemoryCache cache = new MemoryCache(this::now);
    final Registry registry = new Registry();
    final PhysicalTables tables = new PhysicalTables(new KeptDatasets());
    private Instant now = Instant.parse("2024-05-15T10:20:30Z");

    World() {
        databases.save(database(1, Optional.empty()));
        datasets.save(dataset(1, "flights", Optional.of("date"), Optional.empty()));
        datasets.save(dataset(2, "secrets", Optional.empty(), Optional.empty()));
        charts.save(chart(1, 1, "{\"metrics\":[\"count\"],\"groupby\":[\"origin\"]}", Optional.empty()));
        charts.save(chart(2, 2, "{\"metrics\":[\"count\"]}", Optional.empty()));
    }

    ChartQueries queries() {
        return queries(runner, new NoWarehouses(), true);
    }

    /** @param rendering whether templates are switched on */
    ChartQueries queries(SqlRunner sql, Warehouses warehouses, boolean rendering) {
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        return new ChartQueries(
                new RequestReader(new KeptCharts(), new KeptDatasets(), new KeptDatabases(), rights, registry),
                annotations,
                rights,
                registry,
                cache,
                sql,
                templates(sql, warehouses, rendering),
                new Bounds(1000, 5000, 100, 300, Duration.ofSeconds(60), 20_000, Duration.ofSeconds(600), false),
                clock);
    }

    DatasetTemplates templates(SqlRunner sql, Warehouses warehouses, boolean rendering) {
        return DatasetTemplates.of(
                rendering, new JinjaTemplates(), new OnlyEmails(), new KeptDatasets(), rights, sql, warehouses, tables);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant deadline() {
        return now.plusSeconds(30);
    }

    static Database database(int version, Optional<Integer> timeout) {
        return new Database(
                1, id(1), version, "Examples", "duckdb", Map.of(), timeout, true, false, false, "{}", Stamp.none());
    }

    static Dataset dataset(long id, String table, Optional<String> time, Optional<Integer> timeout) {
        List<DatasetColumn> columns = List.of(
                column("date", "", ColumnType.TIMESTAMP),
                column("origin", "Origin airport", ColumnType.TEXT),
                column("delay", "Delay", ColumnType.INTEGER));
        List<DatasetMetric> metrics =
                List.of(new DatasetMetric(0, id(9), "count", "Flights", "COUNT(*)", ",d", "", ""));
        return new Dataset(
                id,
                id(10 + id),
                1,
                1,
                Optional.empty(),
                table,
                Optional.empty(),
                time,
                "",
                timeout,
                columns,
                metrics,
                Set.of(),
                "{}",
                Stamp.none());
    }

    static Chart chart(long id, long datasetId, String params, Optional<Integer> timeout) {
        return new Chart(
                id,
                id(20 + id),
                1,
                "Chart " + id,
                "bars",
                datasetId,
                params,
                Optional.empty(),
                "",
                timeout,
                "",
                "",
                Set.of(),
                Stamp.none());
    }

    private static DatasetColumn column(String name, String label, ColumnType type) {
        return new DatasetColumn(
                0, id(8), name, label, type.name(), type, type.isTemporal(), true, true, Optional.empty(), "");
    }

    private static UUID id(long number) {
        return new UUID(0, number);
    }

    static class Kept<T extends Stored> implements Repository<T> {
        private final Map<Long, T> things = new HashMap<>();

        @Override
        public Optional<T> find(long id) {
            return Optional.ofNullable(things.get(id));
        }

        @Override
        public Optional<T> find(UUID uuid) {
            return things.values().stream()
                    .filter(thing -> thing.uuid().equals(uuid))
                    .findFirst();
        }

        @Override
        public List<T> find(Iterable<Long> ids) {
            List<T> found = new ArrayList<>();
            ids.forEach(id -> find(id).ifPresent(found::add));
            return found;
        }

        @Override
        public Page<T> list(ListQuery query) {
            return new Page<>(List.copyOf(things.values()), things.size());
        }

        @Override
        public T save(T thing) {
            things.put(thing.id(), thing);
            return thing;
        }

        @Override
        public boolean delete(long id) {
            return things.remove(id) != null;
        }
    }

    static final class KeptAnnotations extends Kept<Annotation> implements Annotations {
        @Override
        public List<Annotation> ofLayer(long layerId) {
            return list(ListQuery.everything()).items().stream()
                    .filter(annotation -> annotation.layerId() == layerId)
                    .toList();
        }
    }

    private final class KeptCharts extends Over<Chart> implements Charts {
        KeptCharts() {
            super(charts);
        }

        @Override
        public List<Chart> ofDataset(long datasetId) {
            return List.of();
        }
    }

    private final class KeptDatasets extends Over<Dataset> implements Datasets {
        KeptDatasets() {
            super(datasets);
        }

        @Override
        public List<Dataset> ofDatabase(long databaseId) {
            return List.of();
        }

        @Override
        public Optional<Dataset> findTable(long databaseId, Optional<String> schema, String tableName) {
            return Optional.empty();
        }
    }

    private final class KeptDatabases extends Over<Database> implements Databases {
        KeptDatabases() {
            super(databases);
        }

        @Override
        public Optional<Database> findByName(String name) {
            return Optional.empty();
        }
    }

    private abstract static class Over<T extends Stored> extends Kept<T> {
        private final Kept<T> kept;

        Over(Kept<T> kept) {
            this.kept = kept;
        }

        @Override
        public Optional<T> find(long id) {
            return kept.find(id);
        }

        @Override
        public Page<T> list(ListQuery query) {
            return kept.list(query);
        }
    }

    /** Everyone sees dataset 1 and its charts; dataset 2 only the administrator. */
    static final class Rights implements AccessControl {
        final Map<Long, List<String>> rules = new HashMap<>();
        final Map<Long, List<String>> rulesOfDatasets = new HashMap<>();
        final Set<Long> open = new HashSet<>(Set.of(1L));
        final Set<Long> mayNotSeeSql = new HashSet<>();

        @Override
        public boolean may(Principal principal, String action, String view) {
            return action.equals("can_view_query") ? !mayNotSeeSql.contains(principal.userId()) : principal.isAdmin();
        }

        @Override
        public void require(Principal principal, String action, String view) {
            if (!may(principal, action, view)) {
                throw new KaravelException(ErrorCode.FORBIDDEN, "No");
            }
        }

        @Override
        public boolean mayQuery(Principal principal, Dataset dataset) {
            return principal.isAdmin() || open.contains(dataset.id());
        }

        @Override
        public boolean maySee(Principal principal, Chart chart) {
            return principal.isAdmin() || chart.datasetId() == 1;
        }

        @Override
        public boolean maySee(Principal principal, Dashboard dashboard) {
            return principal.isAdmin();
        }

        @Override
        public boolean mayEdit(Principal principal, Set<Long> owners) {
            return principal.isAdmin();
        }

        @Override
        public Visibility visibility(Principal principal) {
            return new Visibility.All();
        }

        @Override
        public List<String> rowRules(Principal principal, Dataset dataset) {
            List<String> all = new ArrayList<>(rules.getOrDefault(principal.userId(), List.of()));
            if (!principal.isAdmin()) {
                all.addAll(rulesOfDatasets.getOrDefault(dataset.id(), List.of()));
            }
            return all;
        }
    }

    /** Knows "bars": groupby and metrics. */
    static final class Registry implements VisualizationRegistry {
        boolean shapes;
        final List<FormData> asked = new ArrayList<>();

        @Override
        public List<Visualization> all() {
            return List.of();
        }

        @Override
        public Optional<Visualization> find(String vizType) {
            return Optional.empty();
        }

        @Override
        public List<Plugin> plugins() {
            return List.of();
        }

        @Override
        public Optional<Asset> asset(String plugin, String version, String path) {
            return Optional.empty();
        }

        @Override
        public List<QuerySpec> query(String vizType, FormData formData, DatasetInfo dataset) {
            if (!vizType.equals("bars")) {
                throw new KaravelException(ErrorCode.PLUGIN_MISSING, "No plugin for " + vizType);
            }
            synchronized (asked) {
                asked.add(formData);
            }
            QuerySpec.Builder builder =
                    QuerySpec.builder().timeRange(formData.text("time_range").orElse(""));
            formData.list("groupby")
                    .forEach(column -> builder.column(Terms.dimension("groupby", column, Optional.empty())));
            formData.list("metrics").forEach(metric -> builder.metric(Terms.metric("metrics", metric)));
            AdhocFilters.read("adhoc_filters", formData.list("adhoc_filters"))
                    .filters()
                    .forEach(builder::filter);
            return List.of(builder.build());
        }

        @Override
        public Table shape(String vizType, Table answer, FormData formData) {
            return answer;
        }

        @Override
        public boolean shapes(String vizType) {
            return shapes;
        }
    }
}
