package dev.karavel.render;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Repository;
import dev.karavel.api.catalog.Stored;
import dev.karavel.api.catalog.Theme;
import dev.karavel.api.catalog.Themes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Things that are only looked up. */
class Shelf<T extends Stored> implements Repository<T> {
    final Map<Long, T> kept = new LinkedHashMap<>();

    @Override
    public Optional<T> find(long id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Optional<T> find(UUID uuid) {
        return Optional.empty();
    }

    @Override
    public List<T> find(Iterable<Long> ids) {
        return StreamSupport.stream(ids.spliterator(), false)
                .filter(kept::containsKey)
                .map(kept::get)
                .toList();
    }

    @Override
    public Page<T> list(ListQuery query) {
        return new Page<>(List.copyOf(kept.values()), kept.size());
    }

    @Override
    public T save(T thing) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean delete(long id) {
        return kept.remove(id) != null;
    }

    static final class OfCharts extends Shelf<Chart> implements Charts {
        @Override
        public List<Chart> ofDataset(long datasetId) {
            return List.copyOf(kept.values());
        }
    }

    static final class OfDashboards extends Shelf<Dashboard> implements Dashboards {
        @Override
        public Optional<Dashboard> findBySlug(String slug) {
            return Optional.empty();
        }

        @Override
        public List<Dashboard> withChart(long chartId) {
            return List.of();
        }
    }

    static final class OfThemes extends Shelf<Theme> implements Themes {}

    static final class OfDatasets extends Shelf<Dataset> implements Datasets {
        @Override
        public List<Dataset> ofDatabase(long databaseId) {
            return List.of();
        }

        @Override
        public Optional<Dataset> findTable(long databaseId, Optional<String> schema, String tableName) {
            return Optional.empty();
        }
    }
}
