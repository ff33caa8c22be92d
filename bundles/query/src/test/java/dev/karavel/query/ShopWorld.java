package dev.karavel.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.api.catalog.DatasetSettings;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.event.Topics;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.ResultType;
import dev.karavel.api.security.Principal;
import dev.karavel.contract.data.Shop;
import dev.karavel.contract.data.ShopTypes;
import dev.karavel.contract.data.Shopfront;
import dev.karavel.datasource.derby.DerbyType;
import dev.karavel.datasource.duckdb.DuckDbType;
import dev.karavel.query.template.DatasetTemplates;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.osgi.service.event.Event;

/** The shop in a real DuckDB, asked through the whole of the query bundle. Dataset 1 is what questions are about. */
final class ShopWorld implements AutoCloseable {
    final World world = new World();
    final Shopfront shop;
    final ChartQueries queries;
    final DatasetTemplates templates;
    private final Path folder;

    private ShopWorld(Path folder, Shopfront shop) {
        this.folder = folder;
        this.shop = shop;
        world.databases.save(shop.database());
        // the runner's clock is the machine's
        world.pass(Duration.between(world.now(), Instant.now()));
        queries = world.queries(shop.runner(), shop.warehouses(), true);
        templates = world.templates(shop.runner(), shop.warehouses(), true);
        physical();
    }

    /** @param more statements that make what there is beside the shop */
    static ShopWorld open(String... more) {
        try {
            Path folder = Files.createTempDirectory("shop");
            DuckDbType type = DuckDbType.in(folder);
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("shop.duckdb"));
                    Statement statement = connection.createStatement()) {
                for (String sql : Shop.statements(type.dialect(), ShopTypes.standard())) {
                    statement.execute(sql);
                }
                statement.execute("create table wages as select id, region, amount as wage from sales");
                for (String sql : more) {
                    statement.execute(sql);
                }
            }
            return new ShopWorld(folder, Shopfront.open(type, Map.of("path", "shop.duckdb"), Optional.of("main")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static ShopWorld ofDerby() {
        try {
            Path folder = Files.createTempDirectory("shop");
            Driver driver = new EmbeddedDriver();
            DerbyType type = DerbyType.in(folder, driver);
            Files.createDirectories(folder.resolve("warehouse"));
            String url = "jdbc:derby:" + folder.resolve("warehouse/shop") + ";create=true";
            try (Connection connection = driver.connect(url, new Properties());
                    Statement statement = connection.createStatement()) {
                for (String sql : Shop.statements(type.dialect(), ShopTypes.standard())) {
                    statement.execute(sql);
                }
            }
            return new ShopWorld(folder, Shopfront.open(type, Map.of("database", "shop"), Optional.of("APP")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Dataset dataset() {
        return world.datasets.find(1).orElseThrow();
    }

    void physical() {
        world.datasets.save(shop.dataset());
    }

    void virtual(String sql) {
        world.datasets.save(Shop.virtual(shop.dialect(), sql));
    }

    void settings(DatasetSettings settings) {
        world.datasets.save(dataset().withSettings(settings));
    }

    /** Dataset 1 with one more column and metric. */
    void calculated(String column, String metric) {
        List<DatasetColumn> columns = new ArrayList<>(dataset().columns());
        columns.add(new DatasetColumn(
                0,
                UUID.randomUUID(),
                "calculated",
                "",
                "",
                ColumnType.TEXT,
                false,
                true,
                true,
                Optional.of(column),
                ""));
        List<DatasetMetric> metrics = new ArrayList<>(dataset().metrics());
        metrics.add(new DatasetMetric(0, UUID.randomUUID(), "templated", "", metric, "", "", ""));
        world.datasets.save(dataset().withParts(columns, metrics));
    }

    /** Another dataset, over a table or a statement. */
    Dataset other(long id, String table, Optional<String> sql) {
        return other(id, table, sql, "main");
    }

    Dataset other(long id, String table, Optional<String> sql, String schema) {
        DatasetColumn column = new DatasetColumn(
                0, UUID.randomUUID(), "region", "", "", ColumnType.TEXT, false, true, true, Optional.empty(), "");
        Dataset saved = world.datasets.save(new Dataset(
                id,
                UUID.randomUUID(),
                1,
                1,
                Optional.of(schema),
                table,
                sql,
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(column),
                List.of(new DatasetMetric(0, UUID.randomUUID(), "count", "", "COUNT(*)", "", "", "")),
                Set.of(),
                "{}",
                Stamp.none()));
        world.tables.handleEvent(new Event(Topics.DATASET_CHANGED, Map.of(Topics.ID, id)));
        return saved;
    }

    /** Everybody may query a dataset over this table. */
    Dataset grant(String table) {
        Dataset dataset = other(20 + table.length(), table, Optional.empty());
        world.rights.open.add(dataset.id());
        return dataset;
    }

    JsonNode part(Map<String, Object> question) {
        return part(question, World.ADMIN);
    }

    JsonNode part(Map<String, Object> question, Principal asker) {
        return Asking.part(
                queries.answer(request(question, ResultType.FULL), ResultFormat.JSON, asker, world.deadline()));
    }

    String statement(Map<String, Object> question) {
        return part(question).path("query").asText();
    }

    long number(Map<String, Object> question) {
        return number(question, World.ADMIN);
    }

    long number(Map<String, Object> question, Principal asker) {
        return part(question, asker).at("/data/0/count").asLong();
    }

    void withoutTemplates(Map<String, Object> question) {
        world.queries(shop.runner(), shop.warehouses(), false)
                .answer(request(question, ResultType.FULL), ResultFormat.JSON, World.ADMIN, world.deadline());
    }

    private static ChartRequest request(Map<String, Object> question, ResultType type) {
        return new ChartRequest(
                Optional.empty(), Optional.of(1L), Map.of(), List.of(question), type, false, Optional.empty());
    }

    /** As the warehouse counts them itself. */
    long rows(String condition) {
        Duration patience = Duration.ofSeconds(20);
        return ((Number) shop.runner()
                        .run(
                                shop.database(),
                                "select count(*) from " + shop.dialect().quote(Shop.TABLE) + " where " + condition,
                                Limits.of(1, patience),
                                Instant.now().plus(patience))
                        .value(0, 0))
                .longValue();
    }

    @Override
    public void close() {
        shop.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
