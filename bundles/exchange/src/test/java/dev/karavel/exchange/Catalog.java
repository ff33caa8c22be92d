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
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Repository;
import dev.karavel.api.catalog.Stored;
import dev.karavel.api.catalog.Theme;
import dev.karavel.api.catalog.Themes;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** A metadata database in memory: gives ids, counts versions, refuses old ones. */
final class Catalog {
    private long lastId;

    final KeptDatabases databases = new KeptDatabases();
    final KeptDatasets datasets = new KeptDatasets();
    final KeptCharts charts = new KeptCharts();
    final KeptDashboards dashboards = new KeptDashboards();
    final KeptThemes themes = new KeptThemes();

    class Kept<T extends Stored> implements Repository<T> {
        final Map<Long, T> things = new LinkedHashMap<>();
        private final BiFunction<T, Long, T> stored;

        Kept(BiFunction<T, Long, T> stored) {
            this.stored = stored;
        }

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
            T present = things.get(thing.id());
            if (present != null && present.version() != thing.version()) {
                throw new KaravelException(ErrorCode.CONFLICT, "Changed meanwhile");
            }
            long id = thing.id() == 0 ? ++lastId : thing.id();
            things.put(id, stored.apply(thing, id));
            return things.get(id);
        }

        @Override
        public boolean delete(long id) {
            return things.remove(id) != null;
        }
    }

    final class KeptThemes extends Kept<Theme> implements Themes {
        KeptThemes() {
            super((one, id) ->
                    new Theme(id, one.uuid(), one.version() + 1, one.name(), one.json(), one.system(), one.stamp()));
        }

        @Override
        public Theme save(Theme one) {
            if (things.values().stream()
                    .anyMatch(each -> each.id() != one.id() && each.name().equals(one.name()))) {
                throw new KaravelException(ErrorCode.CONFLICT, "There is another theme " + one.name());
            }
            return super.save(one);
        }
    }

    final class KeptDatabases extends Kept<Database> implements Databases {
        KeptDatabases() {
            super((one, id) -> new Database(
                    id,
                    one.uuid(),
                    one.version() + 1,
                    one.name(),
                    one.backend(),
                    one.settings(),
                    one.cacheTimeout(),
                    one.exposeInSqlLab(),
                    one.allowDml(),
                    one.allowFileUpload(),
                    one.extra(),
                    one.stamp()));
        }

        @Override
        public Optional<Database> findByName(String name) {
            return things.values().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst();
        }
    }

    final class KeptDatasets extends Kept<Dataset> implements Datasets {
        KeptDatasets() {
            super((one, id) -> new Dataset(
                    id,
                    one.uuid(),
                    one.version() + 1,
                    one.databaseId(),
                    one.schema(),
                    one.tableName(),
                    one.sql(),
                    one.mainTimeColumn(),
                    one.description(),
                    one.cacheTimeout(),
                    one.columns(),
                    one.metrics(),
                    one.owners(),
                    one.extra(),
                    one.settings(),
                    one.stamp()));
        }

        @Override
        public List<Dataset> ofDatabase(long databaseId) {
            return things.values().stream()
                    .filter(one -> one.databaseId() == databaseId)
                    .toList();
        }

        @Override
        public Optional<Dataset> findTable(long databaseId, Optional<String> schema, String tableName) {
            return things.values().stream()
                    .filter(one -> one.tableName().equals(tableName))
                    .findFirst();
        }
    }

    final class KeptCharts extends Kept<Chart> implements Charts {
        KeptCharts() {
            super((one, id) -> new Chart(
                    id,
                    one.uuid(),
                    one.version() + 1,
                    one.name(),
                    one.vizType(),
                    one.datasetId(),
                    one.params(),
                    one.queryContext(),
                    one.description(),
                    one.cacheTimeout(),
                    one.certifiedBy(),
                    one.certificationDetails(),
                    one.owners(),
                    one.stamp()));
        }

        @Override
        public List<Chart> ofDataset(long datasetId) {
            return things.values().stream()
                    .filter(one -> one.datasetId() == datasetId)
                    .toList();
        }
    }

    final class KeptDashboards extends Kept<Dashboard> implements Dashboards {
        KeptDashboards() {
            super((one, id) -> new Dashboard(
                    id,
                    one.uuid(),
                    one.version() + 1,
                    one.title(),
                    one.slug(),
                    one.description(),
                    one.position(),
                    one.metadata(),
                    one.css(),
                    one.published(),
                    one.certifiedBy(),
                    one.certificationDetails(),
                    one.charts(),
                    one.owners(),
                    one.roles(),
                    one.theme(),
                    one.stamp()));
        }

        @Override
        public Optional<Dashboard> findBySlug(String slug) {
            return things.values().stream()
                    .filter(one -> one.slug().equals(Optional.of(slug)))
                    .findFirst();
        }

        @Override
        public List<Dashboard> withChart(long chartId) {
            return things.values().stream()
                    .filter(one -> one.charts().contains(chartId))
                    .toList();
        }
    }
}
