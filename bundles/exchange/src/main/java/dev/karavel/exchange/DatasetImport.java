package dev.karavel.exchange;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.api.catalog.DatasetSettings;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.exchange.yaml.Fields;
import dev.karavel.exchange.yaml.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Brings in a dataset with its columns and metrics. */
final class DatasetImport {
    private final Datasets datasets;
    private final Warehouses warehouses;

    DatasetImport(Datasets datasets, Warehouses warehouses) {
        this.datasets = datasets;
        this.warehouses = warehouses;
    }

    Dataset run(Fields file, Database database, Journal journal) {
        String name = file.required("table_name");
        return journal.store("dataset", name, file, datasets, present -> make(file, name, database, present, journal));
    }

    private Dataset make(Fields file, String name, Database database, Optional<Dataset> present, Journal journal) {
        UUID uuid = file.uuid("uuid");
        ColumnImport columns = new ColumnImport(file, database, warehouses, journal);
        return new Dataset(
                present.map(Dataset::id).orElse(0L),
                uuid,
                present.map(Dataset::version).orElse(0),
                database.id(),
                file.optional("schema"),
                name,
                file.optional("sql"),
                file.optional("main_dttm_col"),
                file.text("description"),
                file.number("cache_timeout"),
                columns.read(present.map(Dataset::columns).orElse(List.of())),
                metrics(file, present.map(Dataset::metrics).orElse(List.of())),
                present.map(Dataset::owners).orElse(Set.of(journal.userId())),
                extra(file),
                settings(file),
                present.map(Dataset::stamp).orElse(Stamp.none()).by(journal.userId()));
    }

    private static List<DatasetMetric> metrics(Fields file, List<DatasetMetric> present) {
        return file.objects("metrics").stream()
                .map(metric -> {
                    String name = metric.required("metric_name");
                    Optional<DatasetMetric> stored = present.stream()
                            .filter(each -> each.name().equals(name))
                            .max(Comparator.comparing(DatasetMetric::id));
                    return new DatasetMetric(
                            stored.map(DatasetMetric::id).orElse(0L),
                            stored.map(DatasetMetric::uuid).orElse(partUuid(file, "metric", name)),
                            name,
                            metric.text("verbose_name"),
                            metric.required("expression"),
                            metric.text("d3format"),
                            metric.has("currency") ? JsonText.of(metric.map("currency")) : "",
                            metric.text("description"),
                            metric.text("warning_text"),
                            metric.has("extra") ? JsonText.of(metric.map("extra")) : "");
                })
                .toList();
    }

    /** The same in every installation, as the files say none. */
    static UUID partUuid(Fields file, String kind, String name) {
        return UUID.nameUUIDFromBytes((file.uuid("uuid") + kind + name).getBytes(StandardCharsets.UTF_8));
    }

    private static String extra(Fields file) {
        Map<String, Object> extra = new LinkedHashMap<>();
        if (file.values().get("extra") instanceof Map) {
            extra.putAll(file.map("extra"));
        }
        if (file.has("default_endpoint")) {
            extra.put("default_endpoint", file.values().get("default_endpoint"));
        }
        return JsonText.of(extra);
    }

    private static DatasetSettings settings(Fields file) {
        return new DatasetSettings(
                file.number("offset").orElse(0),
                templateParams(file),
                file.optional("fetch_values_predicate"),
                file.flag("always_filter_main_dttm", false),
                file.flag("normalize_columns", false),
                file.optional("catalog"),
                file.flag("filter_select_enabled", true),
                file.optional("time_zone"));
    }

    /** Exports hold an object, the REST interface and older exports a text of JSON. */
    private static String templateParams(Fields file) {
        return file.values().get("template_params") instanceof Map
                ? JsonText.of(file.map("template_params"))
                : file.text("template_params");
    }
}
