package dev.karavel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderImporterTest {
    private static final String DATABASE = "11111111-1111-1111-1111-111111111111";
    private static final String DATASET = "22222222-2222-2222-2222-222222222222";
    private static final String CHART = "33333333-3333-3333-3333-333333333333";

    @TempDir
    private Path folder;

    private final Catalog catalog = new Catalog();
    private DuckDbWarehouses warehouses;
    private FolderImporter importer;

    @BeforeEach
    void writeAnExport() throws IOException {
        warehouses = new DuckDbWarehouses(folder.resolve("server"));
        importer = new FolderImporter(
                catalog.databases,
                catalog.datasets,
                catalog.charts,
                catalog.dashboards,
                catalog.themes,
                warehouses,
                warehouses,
                new KeptTrash());
        write("metadata.yaml", "version: 1.0.0\ntype: Dashboard\ntimestamp: '2024-01-01T00:00:00'\n");
        write(
                "databases/shop.yaml",
                "database_name: Shop\nsqlalchemy_uri: duckdb:///shop.duckdb\nuuid: " + DATABASE
                        + "\nversion: 1.0.0\nsomething_new: 3\n");
        write("datasets/shop/sales.yaml", """
                table_name: sales
                main_dttm_col: day
                data: sales.csv
                uuid: %s
                database_uuid: %s
                version: 1.0.0
                metrics:
                  - {metric_name: count, expression: COUNT(*), verbose_name: Sales, currency: {symbol: EUR, symbolPosition: prefix}}
                """.formatted(DATASET, DATABASE));
        write("charts/sales_1.yaml", """
                slice_name: Sales
                viz_type: dist_bar
                params: {slice_id: 41, viz_type: dist_bar, groupby: [city, product], metrics: [count], bar_stacked: true, since: 2024-01-01}
                query_context: null
                uuid: %s
                dataset_uuid: %s
                version: 1.0.0
                """.formatted(CHART, DATASET));
        write("dashboards/shop_1.yaml", """
                dashboard_title: Shop
                slug: shop
                published: true
                uuid: 44444444-4444-4444-4444-444444444444
                version: 1.0.0
                position:
                  DASHBOARD_VERSION_KEY: v2
                  ROOT_ID: {id: ROOT_ID, type: ROOT, children: [CHART-a]}
                  CHART-a: {id: CHART-a, type: CHART, children: [], meta: {chartId: 41, uuid: %s, width: 4, height: 50}}
                metadata:
                  timed_refresh_immune_slices: [41, 99]
                  expanded_slices: {41: true, 99: true}
                  chart_configuration: {'41': {id: 41, crossFilters: {scope: {excluded: [41]}, chartsInScope: [41]}}}
                  native_filter_configuration:
                    - {id: NATIVE_FILTER-1, targets: [{datasetUuid: %s, column: {name: city}}], scope: {rootPath: [ROOT_ID], excluded: [41]}}
                """.formatted(CHART, DATASET));
        write("data/sales.csv", "day,city,product,amount\n2024-01-01,Oslo,Tea,2.5\n2024-01-02,Bern,Tea,3.0\n");
    }

    @AfterEach
    void close() {
        warehouses.close();
    }

    @Test
    void aTemplateIsNotSentToTheWarehouse() throws IOException {
        write("datasets/shop/sales.yaml", """
                table_name: sales
                sql: "SELECT * FROM sales WHERE city IN {{ filter_values('city') | where_in }}"
                uuid: %s
                database_uuid: %s
                version: 1.0.0
                columns:
                  - {column_name: city}
                """.formatted(DATASET, DATABASE));
        assertThat(importer.importFolder(folder, false, 5)).anyMatch(line -> line.contains("its SQL is a template"));
        assertThat(catalog.datasets.things.values().iterator().next().columns())
                .extracting(column -> column.name() + ":" + column.sourceType())
                .containsExactly("city:");
    }

    @Test
    void theTunnelOfADatabaseComesInWithItsSecretsFilledIn() throws IOException {
        for (String file : List.of("datasets/shop/sales.yaml", "charts/sales_1.yaml", "dashboards/shop_1.yaml")) {
            Files.delete(folder.resolve(file));
        }
        String shop = "database_name: Shop\nsqlalchemy_uri: duckdb:///shop.duckdb\nuuid: " + DATABASE
                + "\nversion: 1.0.0\nallow_ctas: true\nssh_tunnel: {server_address: jump, server_port: 2222, username: ada, password: ";
        write("databases/shop.yaml", shop + "XXXXXXXXXX}\n");
        assertThatThrownBy(() -> importer.importFolder(folder, true, 5)).hasMessageContaining("ssh_tunnel.password");
        write("databases/shop.yaml", shop + "s3cret}\n");
        importer.importFolder(folder, true, 5);
        Database stored = catalog.databases.things.values().iterator().next();
        assertThat(stored.settings())
                .containsEntry("ssh_tunnel.server_address", "jump")
                .containsEntry("ssh_tunnel.server_port", "2222")
                .containsEntry("ssh_tunnel.password", warehouses.encrypt("s3cret"));
        assertThat(stored.extra()).contains("\"karavel\":{\"allow_ctas\":true}");
    }

    @Test
    void databasesDatasetsChartsAndDashboardsComeInWithThisInstallationsIds() throws IOException {
        List<String> done = importer.importShipped(folder, 5);

        assertThat(done)
                .containsExactly(
                        "Made database Shop",
                        "Loaded table sales",
                        "Made dataset sales",
                        "Made chart Sales",
                        "Made dashboard Shop");
        Chart chart = catalog.charts.things.values().iterator().next();
        JsonNode params = new ObjectMapper().readTree(chart.params());
        assertThat(chart.vizType()).isEqualTo("echarts_timeseries_bar");
        assertThat(params.get("x_axis").asText()).isEqualTo("city");
        assertThat(params.get("groupby").toString()).isEqualTo("[\"product\"]");
        assertThat(params.get("stack").asBoolean()).isTrue();
        assertThat(params.get("since").asText()).isEqualTo("2024-01-01");
        assertThat(params.get("datasource").asText()).isEqualTo(chart.datasetId() + "__table");
        assertThat(params.has("slice_id")).isFalse();

        Dashboard dashboard = catalog.dashboards.findBySlug("shop").orElseThrow();
        JsonNode metadata = new ObjectMapper().readTree(dashboard.metadata());
        String id = Long.toString(chart.id());
        assertThat(dashboard.charts()).containsExactly(chart.id());
        assertThat(new ObjectMapper()
                        .readTree(dashboard.position())
                        .at("/CHART-a/meta/chartId")
                        .asLong())
                .isEqualTo(chart.id());
        assertThat(metadata.get("timed_refresh_immune_slices").toString()).isEqualTo("[" + id + "]");
        assertThat(metadata.get("expanded_slices").toString()).isEqualTo("{\"" + id + "\":true}");
        assertThat(metadata.at("/chart_configuration/" + id + "/id").asLong()).isEqualTo(chart.id());
        assertThat(metadata.at("/chart_configuration/" + id + "/crossFilters/scope/excluded")
                        .toString())
                .isEqualTo("[" + id + "]");
        assertThat(metadata.at("/native_filter_configuration/0/targets/0/datasetId")
                        .asLong())
                .isEqualTo(chart.datasetId());
        assertThat(metadata.at("/native_filter_configuration/0/id").asText()).isEqualTo("NATIVE_FILTER-1");
    }

    @Test
    void aDatasetThatListsNoColumnsHasThoseOfTheWarehouse() {
        importer.importShipped(folder, 5);

        assertThat(catalog.datasets.things.values().iterator().next().columns())
                .extracting(column -> column.name() + " " + column.type())
                .containsExactly("day DATE", "city TEXT", "product TEXT", "amount " + ColumnType.DECIMAL);
    }

    @Test
    void filesOfDataAreLoadedForShippedAssetsOnly() {
        assertThatThrownBy(() -> importer.importFolder(folder, false, 5))
                .isInstanceOfSatisfying(KaravelException.class, refused -> assertThat(refused.field())
                        .isEqualTo("datasets/shop/sales.yaml"));
    }

    @Test
    void whatIsThereStaysUnlessItIsToBeOverwritten() throws IOException {
        importer.importShipped(folder, 5);
        write(
                "charts/sales_1.yaml",
                Files.readString(folder.resolve("charts/sales_1.yaml")).replace("Sales", "Revenue"));

        assertThat(importer.importFolder(folder, false, 6)).isEmpty();
        assertThat(importer.importFolder(folder, true, 6))
                .contains("Changed chart Revenue")
                .hasSize(4);
        Chart chart = catalog.charts.things.values().iterator().next();
        assertThat(chart.name()).isEqualTo("Revenue");
        assertThat(chart.owners()).containsExactly(5L);
        assertThat(chart.stamp().changedBy()).contains(6L);
        assertThat(catalog.charts.things).hasSize(1);
    }

    @Test
    void errorsNameTheFile() throws IOException {
        write(
                "charts/lost.yaml",
                "slice_name: Lost\nviz_type: pie\nuuid: 55555555-5555-5555-5555-555555555555\n"
                        + "dataset_uuid: 66666666-6666-6666-6666-666666666666\n");
        refused("charts/lost.yaml", "66666666");
        write(
                "charts/lost.yaml",
                "viz_type: pie\nuuid: 55555555-5555-5555-5555-555555555555\ndataset_uuid: " + DATASET + "\n");
        refused("charts/lost.yaml", "slice_name");
        write("charts/lost.yaml", "slice_name: !!java.net.URL [\"http://127.0.0.1\"]\n");
        refused("charts/lost.yaml", "tag");
        write("databases/old.yaml", "database_name: Old\nsqlalchemy_uri: oracle://x\nuuid: " + CHART + "\n");
        Files.delete(folder.resolve("charts/lost.yaml"));
        refused("databases/old.yaml", "No plugin");
        write("metadata.yaml", "version: 9.0.0\n");
        refused("metadata.yaml", "9.0.0");
        Files.delete(folder.resolve("metadata.yaml"));
        refused("metadata.yaml", "missing");
    }

    @Test
    void passwordsAreStoredEncryptedAndMaskedOnesAreKept() throws IOException {
        Files.delete(folder.resolve("datasets/shop/sales.yaml"));
        Files.delete(folder.resolve("charts/sales_1.yaml"));
        Files.delete(folder.resolve("dashboards/shop_1.yaml"));
        write(
                "databases/shop.yaml",
                "database_name: Shop\nsqlalchemy_uri: walled://XXXXXXXXXX\nuuid: " + DATABASE + "\n");
        refused("databases/shop.yaml", "password");

        write(
                "databases/shop.yaml",
                "database_name: Shop\nsqlalchemy_uri: walled://XXXXXXXXXX\npassword: secret\nuuid: " + DATABASE + "\n");
        importer.importFolder(folder, false, 5);
        assertThat(catalog.databases.findByName("Shop").orElseThrow().settings())
                .containsEntry("password", "{enc}terces");

        write(
                "databases/shop.yaml",
                "database_name: Shop 2\nsqlalchemy_uri: walled://XXXXXXXXXX\nuuid: " + DATABASE + "\n");
        importer.importFolder(folder, true, 5);
        assertThat(catalog.databases.findByName("Shop 2").orElseThrow().settings())
                .containsEntry("password", "{enc}terces");
    }

    private void refused(String file, String word) {
        assertThatThrownBy(() -> importer.importShipped(folder, 5))
                .hasMessageContaining(word)
                .isInstanceOfSatisfying(KaravelException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
                    assertThat(refused.field()).isEqualTo(file);
                });
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
