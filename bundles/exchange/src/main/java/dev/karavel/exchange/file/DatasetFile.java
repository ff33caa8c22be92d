package dev.karavel.exchange.file;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.exchange.yaml.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;

/** A dataset as a file. */
public final class DatasetFile {
    private DatasetFile() {}

    public static Map<String, Object> of(Dataset dataset, Database database) {
        Map<String, Object> extra = JsonText.object(dataset.extra());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("table_name", dataset.tableName());
        fields.put("main_dttm_col", dataset.mainTimeColumn().orElse(null));
        fields.put("description", textOrNull(dataset.description()));
        fields.put("default_endpoint", extra.remove("default_endpoint"));
        fields.put("offset", dataset.settings().hourOffset());
        fields.put("cache_timeout", dataset.cacheTimeout().orElse(null));
        fields.put("catalog", dataset.settings().catalog().orElse(null));
        fields.put("schema", dataset.schema().orElse(null));
        fields.put("sql", dataset.sql().orElse(null));
        fields.put("params", null);
        String parameters = dataset.settings().templateParams();
        fields.put("template_params", parameters.isBlank() ? null : JsonText.object(parameters));
        fields.put("filter_select_enabled", dataset.settings().filterSelectEnabled());
        fields.put(
                "fetch_values_predicate",
                dataset.settings().fetchValuesPredicate().orElse(null));
        fields.put("extra", extra.isEmpty() ? null : extra);
        fields.put("normalize_columns", dataset.settings().normalizeColumns());
        fields.put("always_filter_main_dttm", dataset.settings().alwaysFilterMainTime());
        fields.put("uuid", dataset.uuid().toString());
        fields.put(
                "metrics", dataset.metrics().stream().map(DatasetFile::metric).toList());
        fields.put(
                "columns", dataset.columns().stream().map(DatasetFile::column).toList());
        fields.put("version", "1.0.0");
        fields.put("database_uuid", database.uuid().toString());
        return fields;
    }

    private static Map<String, Object> metric(DatasetMetric metric) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("metric_name", metric.name());
        fields.put("verbose_name", textOrNull(metric.verboseName()));
        fields.put("metric_type", null);
        fields.put("expression", metric.expression());
        fields.put("description", textOrNull(metric.description()));
        fields.put("d3format", textOrNull(metric.format()));
        fields.put("currency", objectOrNull(metric.currency()));
        fields.put("extra", objectOrNull(metric.extra()));
        fields.put("warning_text", textOrNull(metric.warning()));
        return fields;
    }

    private static Map<String, Object> column(DatasetColumn column) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("column_name", column.name());
        fields.put("verbose_name", textOrNull(column.verboseName()));
        fields.put("is_dttm", column.temporal());
        fields.put("is_active", true);
        fields.put("type", textOrNull(column.sourceType()));
        fields.put("advanced_data_type", null);
        fields.put("groupby", column.groupable());
        fields.put("filterable", column.filterable());
        fields.put("expression", column.expression().orElse(null));
        fields.put("description", textOrNull(column.description()));
        fields.put("python_date_format", textOrNull(column.dateFormat()));
        fields.put("extra", objectOrNull(column.extra()));
        return fields;
    }

    private static String textOrNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static Map<String, Object> objectOrNull(String json) {
        return json == null || json.isBlank() ? null : JsonText.object(json);
    }
}
