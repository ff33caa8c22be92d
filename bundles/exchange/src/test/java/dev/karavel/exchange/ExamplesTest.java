package dev.karavel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Warehouse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples that are shipped, in a real DuckDB. */
class ExamplesTest {
    private static final long ADA = 7;

    @TempDir
    private static Path folder;

    private static final Catalog CATALOG = new Catalog();
    private static DuckDbWarehouses warehouses;
    private static FolderImporter importer;
    private static List<String> done;

    @BeforeAll
    static void bringThemIn() throws Exception {
        unpack();
        warehouses = new DuckDbWarehouses(folder.resolve("server"));
        importer = new FolderImporter(
                CATALOG.databases,
                CATALOG.datasets,
                CATALOG.charts,
                CATALOG.dashboards,
                CATALOG.themes,
                warehouses,
                warehouses,
                new KeptTrash());
        done = importer.importShipped(folder.resolve("assets"), ADA);
    }

    @AfterAll
    static void close() {
        warehouses.close();
    }

    @Test
    void threeMillionFlightsAnswerByRegion() {
        Dataset flights = CATALOG.datasets.findTable(1, null, "flights").orElseThrow();
        try (Rows rows = warehouse()
                .run(
                        "SELECT origin_region, COUNT(*) FROM (" + flights.sql().orElseThrow()
                                + ") GROUP BY 1 ORDER BY 2 DESC",
                        Limits.of(10, Duration.ofSeconds(20)))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.value(0)).isEqualTo("South");
            assertThat(rows.value(1)).isEqualTo(1_143_694L);
        }
    }

    @Test
    void columnsHaveTheirTypesFromTheWarehouse() {
        Dataset flights = CATALOG.datasets.findTable(1, null, "flights").orElseThrow();

        assertThat(flights.column("date").orElseThrow().type()).isEqualTo(ColumnType.TIMESTAMP);
        assertThat(flights.column("date").orElseThrow().temporal()).isTrue();
        assertThat(flights.column("delay").orElseThrow().type()).isEqualTo(ColumnType.INTEGER);
        assertThat(flights.column("weekday").orElseThrow().type()).isEqualTo(ColumnType.TEXT);
        assertThat(CATALOG.datasets.things.values()).hasSize(7).allSatisfy(dataset -> assertThat(dataset.columns())
                .noneMatch(column -> column.sourceType().isEmpty()));
    }

    @Test
    void everyMetricAndCalculatedColumnIsSqlTheWarehouseTakes() {
        for (Dataset dataset : CATALOG.datasets.things.values()) {
            String from = " FROM (" + dataset.sql().orElse("SELECT * FROM " + dataset.tableName()) + ") AS source";
            for (DatasetMetric metric : dataset.metrics()) {
                assertThat(warehouse().describe("SELECT " + metric.expression() + from))
                        .hasSize(1);
            }
            for (DatasetColumn column : dataset.columns()) {
                assertThat(warehouse().describe("SELECT " + column.expression().orElse(column.name()) + from))
                        .hasSize(1);
            }
        }
    }

    @Test
    void chartsNameOnlyColumnsAndMetricsTheirDatasetHas() throws IOException {
        Set<String> dimensions = Set.of("groupby", "columns", "x_axis", "column", "all_columns", "series", "entity");
        Set<String> metrics = Set.of("metric", "metrics", "x", "y", "size", "timeseries_limit_metric");
        for (Chart chart : CATALOG.charts.things.values()) {
            Dataset dataset = CATALOG.datasets.find(chart.datasetId()).orElseThrow();
            for (Map.Entry<String, JsonNode> control :
                    new ObjectMapper().readTree(chart.params()).properties()) {
                for (String name : names(control.getValue())) {
                    if (dimensions.contains(control.getKey())) {
                        assertThat(dataset.column(name))
                                .as(chart.name() + ": " + name)
                                .isPresent();
                    } else if (metrics.contains(control.getKey())) {
                        assertThat(dataset.metric(name))
                                .as(chart.name() + ": " + name)
                                .isPresent();
                    }
                }
            }
        }
    }

    @Test
    void dashboardsArePublishedAndShowTheirCharts() throws IOException {
        assertThat(CATALOG.dashboards.things.values())
                .extracting(Dashboard::address)
                .containsExactlyInAnyOrder("flights", "world", "seattle-and-stocks", "movies");
        for (Dashboard dashboard : CATALOG.dashboards.things.values()) {
            assertThat(dashboard.published()).isTrue();
            assertThat(dashboard.owners()).containsExactly(ADA);
            assertThat(dashboard.stamp().createdBy()).as("who made it").isEmpty();
            JsonNode position = new ObjectMapper().readTree(dashboard.position());
            Set<Long> shown = position.findValues("chartId").stream()
                    .map(JsonNode::asLong)
                    .collect(Collectors.toSet());
            assertThat(shown).isEqualTo(Set.copyOf(dashboard.charts())).isNotEmpty();
            assertThat(new ObjectMapper().readTree(dashboard.metadata()).findValues("datasetUuid"))
                    .isEmpty();
        }
        assertThat(CATALOG.charts.things.values())
                .allSatisfy(chart ->
                        assertThat(CATALOG.dashboards.withChart(chart.id())).hasSize(1));
    }

    @Test
    void aSecondTimeNothingIsDone() {
        assertThat(done).hasSizeGreaterThan(40).contains("Loaded table flights_2001", "Made database Examples");
        assertThat(importer.importShipped(folder.resolve("assets"), 8)).isEmpty();
        assertThat(importer.loadTables(folder.resolve("assets"))).isEmpty();
        assertThat(importer.backends(folder.resolve("assets"))).containsExactly("duckdb");
        assertThat(importer.hasDatabases(folder.resolve("assets"))).isTrue();
    }

    private static Warehouse warehouse() {
        return warehouses.open(CATALOG.databases.findByName("Examples").orElseThrow());
    }

    private static List<String> names(JsonNode value) {
        return value.isTextual()
                ? List.of(value.asText())
                : value.isArray() && value.size() > 0 && value.get(0).isTextual()
                        ? Stream.iterate(0, i -> i < value.size(), i -> i + 1)
                                .map(i -> value.get(i).asText())
                                .toList()
                        : List.of();
    }

    private static void unpack() throws Exception {
        URI jar =
                ExamplesTest.class.getResource("/karavel-assets/metadata.yaml").toURI();
        try (FileSystem files =
                        FileSystems.newFileSystem(URI.create(jar.toString().split("!")[0]), Map.of());
                Stream<Path> paths = Files.walk(files.getPath("/karavel-assets"))) {
            for (Path path : paths.toList()) {
                Path target = folder.resolve("assets")
                        .resolve(files.getPath("/karavel-assets")
                                .relativize(path)
                                .toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
