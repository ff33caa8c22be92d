package dev.karavel.security.shelf;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.RowRule;
import dev.karavel.api.catalog.RowRules;
import dev.karavel.api.catalog.Stamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Databases, datasets, charts and row rules in memory; ids are given by the test. */
public final class Catalog {
    public final DatabaseShelf databases = new DatabaseShelf();
    public final DatasetShelf datasets = new DatasetShelf();
    public final ChartShelf charts = new ChartShelf();
    public final RuleShelf rules = new RuleShelf();

    public void database(long id, String name) {
        databases.save(new Database(
                id,
                UUID.randomUUID(),
                1,
                name,
                "duckdb",
                Map.of(),
                Optional.empty(),
                false,
                false,
                false,
                "{}",
                Stamp.none()));
    }

    public Dataset dataset(long id, long databaseId, String schema, Long... owners) {
        return datasets.save(new Dataset(
                id,
                UUID.randomUUID(),
                1,
                databaseId,
                Optional.of(schema),
                "table" + id,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of(owners),
                "{}",
                Stamp.none()));
    }

    public Chart chart(long id, long datasetId, Long... owners) {
        return charts.save(new Chart(
                id,
                UUID.randomUUID(),
                1,
                "chart" + id,
                "table",
                datasetId,
                "{}",
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                "",
                Set.of(owners),
                Stamp.none()));
    }

    public static Dashboard dashboard(boolean published, List<Long> charts, Set<Long> owners, Set<String> roles) {
        return new Dashboard(
                1,
                UUID.randomUUID(),
                1,
                "title",
                Optional.empty(),
                "",
                "{}",
                "{}",
                "",
                published,
                "",
                "",
                charts,
                owners,
                roles,
                Optional.empty(),
                Stamp.none());
    }

    /** Databases in memory. */
    public static final class DatabaseShelf extends Shelf<Database> implements Databases {
        @Override
        protected Database numbered(Database database, long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Database> findByName(String name) {
            return all().stream()
                    .filter(database -> database.name().equals(name))
                    .findFirst();
        }
    }

    /** Datasets in memory. */
    public static final class DatasetShelf extends Shelf<Dataset> implements Datasets {
        @Override
        protected Dataset numbered(Dataset dataset, long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Dataset> ofDatabase(long databaseId) {
            return all().stream()
                    .filter(dataset -> dataset.databaseId() == databaseId)
                    .toList();
        }

        @Override
        public Optional<Dataset> findTable(long databaseId, Optional<String> schema, String tableName) {
            return ofDatabase(databaseId).stream()
                    .filter(dataset -> dataset.schema().equals(schema)
                            && dataset.tableName().equals(tableName))
                    .findFirst();
        }
    }

    /** Charts in memory. */
    public static final class ChartShelf extends Shelf<Chart> implements Charts {
        @Override
        protected Chart numbered(Chart chart, long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Chart> ofDataset(long datasetId) {
            return all().stream()
                    .filter(chart -> chart.datasetId() == datasetId)
                    .toList();
        }
    }

    /** Row rules in memory. */
    public static final class RuleShelf extends Shelf<RowRule> implements RowRules {
        @Override
        protected RowRule numbered(RowRule rule, long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RowRule> ofDataset(long datasetId) {
            return all().stream()
                    .filter(rule -> rule.datasets().contains(datasetId))
                    .toList();
        }
    }
}
