package dev.karavel.query.question;

import dev.karavel.api.query.Terms;
import dev.karavel.api.sql.SqlText;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.PostProcessing;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Term;
import dev.karavel.spi.viz.DatasetInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads Superset's query objects. */
final class QueryObjects {
    /** What Superset calls the time column of a query that is over time without naming an x axis. */
    private static final String TIMESTAMP = "__timestamp";

    private final DatasetInfo dataset;
    private final List<SqlText.Rejected> rejected = new ArrayList<>();
    private final List<Filter> unplaced = new ArrayList<>();

    QueryObjects(DatasetInfo dataset) {
        this.dataset = dataset;
    }

    /** Filters from outside on columns the dataset does not have, over all objects read. */
    List<SqlText.Rejected> rejected() {
        return rejected;
    }

    /** The filters that were left out. */
    List<Filter> unplaced() {
        return unplaced;
    }

    QuerySpec read(String path, Map<String, Object> json) {
        QuerySpec.Builder builder = QuerySpec.builder();
        Map<String, Object> extras = Json.object(path + ".extras", json.get("extras"));
        List<Dimension> columns = dimensions(path, json, json.get("columns") == null ? "groupby" : "columns");
        List<Metric> metrics = new ArrayList<>();
        for (Object metric : Json.list(path + ".metrics", json.get("metrics"))) {
            metrics.add(Terms.metric(path + ".metrics", metric));
        }
        Optional<String> time = Optional.ofNullable(json.get("granularity"))
                .filter(String.class::isInstance)
                .map(Object::toString)
                .filter(name -> !name.isEmpty());
        boolean timeseries = Boolean.TRUE.equals(json.get("is_timeseries"));
        if (timeseries
                && time.isPresent()
                && columns.stream().noneMatch(column -> column.grain().isPresent())) {
            builder.column(new Dimension.Named(
                    time.get(), Terms.grain(path + ".extras.time_grain_sqla", extras.get("time_grain_sqla"))));
            builder.postProcessing(new PostProcessing("rename", Map.of("columns", Map.of(time.get(), TIMESTAMP))));
        }
        columns.forEach(builder::column);
        metrics.forEach(builder::metric);
        filters(path, json).forEach(builder::filter);
        order(path, json, columns, metrics, builder);
        Json.list(path + ".post_processing", json.get("post_processing")).stream()
                .filter(Objects::nonNull)
                .map(step -> Terms.postProcessing(path + ".post_processing", step))
                .forEach(builder::postProcessing);
        return builder.timeColumn(time.orElse(null))
                .timeseries(timeseries)
                .aggregate(json.get("metrics") != null)
                .timeRange(json.get("time_range") instanceof String words ? words : "")
                .timeOffsets(strings(path + ".time_offsets", json.get("time_offsets")))
                .where(text(extras, "where"))
                .having(text(extras, "having"))
                .series(
                        dimensions(path, json, "series_columns"),
                        limit(path, json, "series_limit", "timeseries_limit"),
                        Optional.ofNullable(first(json, "series_limit_metric", "timeseries_limit_metric"))
                                .map(metric -> Terms.metric(path + ".series_limit_metric", metric)))
                .orderDescending(!Boolean.FALSE.equals(json.get("order_desc")))
                .rowLimit(limit(path, json, "row_limit", "limit"))
                .rowOffset(limit(path, json, "row_offset", "offset"))
                .rowCount(Boolean.TRUE.equals(json.get("is_rowcount")))
                .build();
    }

    private List<Filter> filters(String path, Map<String, Object> json) {
        List<Filter> filters = new ArrayList<>();
        for (Object each : Json.list(path + ".filters", json.get("filters"))) {
            Filter filter = Terms.filter(path + ".filters", each);
            boolean extra = each instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("isExtra"));
            if (extra
                    && filter.on() instanceof Dimension.Named named
                    && !dataset.columns().containsKey(named.column())) {
                rejected.add(new SqlText.Rejected(named.column(), "not_in_datasource"));
                unplaced.add(filter);
            } else {
                filters.add(filter);
            }
        }
        return filters;
    }

    private void order(
            String path,
            Map<String, Object> json,
            List<Dimension> columns,
            List<Metric> metrics,
            QuerySpec.Builder builder) {
        List<Term> selected = new ArrayList<>(columns);
        selected.addAll(metrics);
        for (Object key : Json.list(path + ".orderby", json.get("orderby"))) {
            builder.order(Terms.order(path + ".orderby", key, selected, dataset.metrics()));
        }
    }

    private static List<Dimension> dimensions(String path, Map<String, Object> json, String name) {
        List<Dimension> dimensions = new ArrayList<>();
        for (Object column : Json.list(path + "." + name, json.get(name))) {
            dimensions.add(Terms.dimension(path + "." + name, column, Optional.empty()));
        }
        return dimensions;
    }

    private static int limit(String path, Map<String, Object> json, String name, String olderName) {
        return Math.max(
                0, Json.number(path + "." + name, first(json, name, olderName)).orElse(0));
    }

    private static List<String> strings(String field, Object json) {
        return Json.list(field, json).stream().map(String::valueOf).toList();
    }

    private static String text(Map<String, Object> json, String name) {
        return json.get(name) instanceof String text ? text : "";
    }

    private static Object first(Map<String, Object> json, String name, String olderName) {
        Object value = json.get(name);
        return value == null || "".equals(value) ? "".equals(json.get(olderName)) ? null : json.get(olderName) : value;
    }
}
