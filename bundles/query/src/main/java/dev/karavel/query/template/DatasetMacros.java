package dev.karavel.query.template;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.api.template.Arguments;
import dev.karavel.api.template.TemplateFunction;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.QuerySpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Other datasets, and metrics, as parts of a statement; with the asker's rights and row rules. */
final class DatasetMacros {
    private final Occasion occasion;
    private final Usage usage;
    private final Expansion expansion;
    private final Datasets datasets;
    private final AccessControl access;
    private final SqlRunner runner;

    DatasetMacros(
            Occasion occasion,
            Usage usage,
            Expansion expansion,
            Datasets datasets,
            AccessControl access,
            SqlRunner runner) {
        this.occasion = occasion;
        this.usage = usage;
        this.expansion = expansion;
        this.datasets = datasets;
        this.access = access;
        this.runner = runner;
    }

    Map<String, TemplateFunction> functions() {
        return Map.of("dataset", this::dataset, "metric", this::metric);
    }

    private Object dataset(Arguments given) {
        usage.asks(given.function());
        Arguments arguments = given.of("dataset_id", "include_metrics", "columns");
        Dataset other = find(arguments);
        if (other.databaseId() != occasion.database().id()) {
            throw KaravelException.invalid("", "Dataset " + other.id() + " is of another database");
        }
        QuerySpec.Builder spec = QuerySpec.builder();
        List<String> wanted =
                arguments.list("columns").stream().map(String::valueOf).toList();
        List<String> columns = wanted.isEmpty()
                ? other.columns().stream().map(DatasetColumn::name).toList()
                : wanted;
        columns.forEach(name -> spec.column(new Dimension.Named(name)));
        if (arguments.flag("include_metrics", false)) {
            other.metrics().forEach(metric -> spec.metric(new Metric.Saved(metric.name())));
        }
        Expanded expanded = expansion.nested("dataset " + other.id(), occasion.from(other), spec.build());
        String sql = runner.write(new SqlQuestion(
                        occasion.database(),
                        expanded.dataset(),
                        expanded.spec(),
                        TimeBounds.none(),
                        Map.of(),
                        expanded.rowRules(),
                        expanded.tableRules(),
                        0))
                .sql();
        return "(\n" + usage.part(sql) + "\n) dataset_" + other.id();
    }

    private Object metric(Arguments given) {
        usage.asks(given.function());
        Arguments arguments = given.of("metric_key", "dataset_id");
        Dataset dataset = arguments.has("dataset_id") ? find(arguments) : occasion.dataset();
        String key = arguments.requiredText("metric_key");
        DatasetMetric metric =
                dataset.metric(key).orElseThrow(() -> KaravelException.invalid("", missing(dataset, key)));
        return expansion.metric(occasion.from(dataset), metric);
    }

    private static String missing(Dataset dataset, String key) {
        Set<String> known = dataset.metrics().stream().map(DatasetMetric::name).collect(Collectors.toSet());
        return "Dataset " + dataset.tableName() + " has no metric " + key + "; it has " + String.join(", ", known);
    }

    private Dataset find(Arguments arguments) {
        long id = arguments.whole("dataset_id").orElseThrow(() -> arguments.wrong("needs the id of a dataset"));
        return datasets.find(id)
                .filter(dataset -> access.mayQuery(occasion.principal(), dataset))
                .orElseThrow(() -> KaravelException.notFound("Dataset", id));
    }
}
