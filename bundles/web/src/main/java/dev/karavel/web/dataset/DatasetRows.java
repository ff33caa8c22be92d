package dev.karavel.web.dataset;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Users;
import dev.karavel.web.list.People;
import dev.karavel.web.tag.TagRows;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Datasets as the REST interface shows them. */
@Component(service = DatasetRows.class)
public final class DatasetRows {
    private final Databases databases;
    private final Users users;
    private final TagRows tags;

    @Activate
    public DatasetRows(@Reference Databases databases, @Reference Users users, @Reference TagRows tags) {
        this.tags = tags;
        this.databases = databases;
        this.users = users;
    }

    List<Map<String, Object>> list(List<Dataset> datasets) {
        Map<Long, Database> homes =
                databases
                        .find(datasets.stream()
                                .map(Dataset::databaseId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Database::id, database -> database));
        People people = people(datasets);
        List<Map<String, Object>> rows = datasets.stream()
                .map(dataset -> row(dataset, homes.get(dataset.databaseId()), people))
                .toList();
        tags.put(ThingKind.DATASET, rows);
        return rows;
    }

    public Map<String, Object> one(Dataset dataset) {
        Map<String, Object> row =
                row(dataset, databases.find(dataset.databaseId()).orElse(null), people(List.of(dataset)));
        row.put("sql", dataset.sql().orElse(null));
        row.put("main_dttm_col", dataset.mainTimeColumn().orElse(null));
        row.put("cache_timeout", dataset.cacheTimeout().orElse(null));
        DatasetOptions.put(row, dataset.settings());
        row.put("uid", dataset.id() + "__table");
        row.put("version", dataset.version());
        row.put("extra", dataset.extra());
        row.put("columns", dataset.columns().stream().map(DatasetRows::column).toList());
        row.put("metrics", dataset.metrics().stream().map(DatasetRows::metric).toList());
        row.put("verbose_map", verbose(dataset));
        tags.put(ThingKind.DATASET, List.of(row));
        return row;
    }

    private People people(List<Dataset> datasets) {
        return new People(
                users,
                datasets.stream().map(Dataset::stamp).toList(),
                datasets.stream().map(Dataset::owners).toList(),
                Instant.now());
    }

    private static Map<String, Object> row(Dataset dataset, Database database, People people) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", dataset.id());
        row.put("uuid", dataset.uuid().toString());
        row.put("table_name", dataset.tableName());
        row.put("datasource_name", dataset.tableName());
        row.put("schema", dataset.schema().orElse(null));
        row.put("kind", dataset.virtual() ? "virtual" : "physical");
        row.put("is_sqllab_view", false);
        row.put("database", database == null ? null : database(database));
        row.put("catalog", dataset.settings().catalog().orElse(null));
        row.put("datasource_type", "table");
        row.put("description", dataset.description());
        row.put("explore_url", "/explore/?datasource_type=table&datasource_id=" + dataset.id());
        row.put("sql", null);
        row.put("owners", people.owners(dataset.owners()));
        row.put("is_managed_externally", false);
        people.put(row, dataset.stamp());
        return row;
    }

    private static Map<String, Object> database(Database database) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", database.id());
        result.put("database_name", database.name());
        result.put("name", database.name());
        result.put("backend", database.backend());
        return result;
    }

    private static Map<String, Object> column(DatasetColumn column) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", column.id());
        row.put("uuid", column.uuid().toString());
        row.put("column_name", column.name());
        row.put("verbose_name", column.verboseName());
        row.put("type", column.sourceType());
        row.put("type_generic", column.type().genericCode());
        row.put("is_dttm", column.temporal() || column.type().isTemporal());
        row.put("is_active", true);
        row.put("groupby", column.groupable());
        row.put("filterable", column.filterable());
        row.put("expression", column.expression().orElse(null));
        row.put("description", column.description());
        row.put("python_date_format", column.dateFormat().isBlank() ? null : column.dateFormat());
        row.put("extra", column.extra().isBlank() ? null : column.extra());
        return row;
    }

    private static Map<String, Object> metric(DatasetMetric metric) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", metric.id());
        row.put("uuid", metric.uuid().toString());
        row.put("metric_name", metric.name());
        row.put("verbose_name", metric.verboseName());
        row.put("expression", metric.expression());
        row.put("d3format", metric.format());
        row.put("currency", metric.currency().isBlank() ? null : metric.currency());
        row.put("description", metric.description());
        row.put("warning_text", metric.warning().isBlank() ? null : metric.warning());
        row.put("extra", metric.extra().isBlank() ? null : metric.extra());
        return row;
    }

    private static Map<String, String> verbose(Dataset dataset) {
        Map<String, String> labels = new LinkedHashMap<>();
        dataset.columns().forEach(column -> labels.put(column.name(), column.label()));
        dataset.metrics().forEach(metric -> labels.put(metric.name(), metric.label()));
        return labels;
    }
}
