package dev.karavel.query.question;

import dev.karavel.api.query.AdhocFilters;
import dev.karavel.api.query.Terms;
import dev.karavel.api.sql.SqlText;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Operator;
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
    private final Optional<String> fetchValuesPredicate;
    private final TimeExtras timeExtras;
    private final List<SqlText.Rejected> rejected = new ArrayList<>();
    private final List<Filter> unplaced = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();

    QueryObjects(DatasetInfo dataset, Optional<String> fetchValuesPredicate) {
        this.dataset = dataset;
        this.fetchValuesPredicate = fetchValuesPredicate;
        timeExtras = new TimeExtras(dataset);
    }

    /** Names of what came from outside and took effect though it is no column, over all objects read. */
    List<String> applied() {
        return timeExtras.applied();
    }

    /** Filters from outside on columns the dataset does not have, over all objects read. */
    List<SqlText.Rejected> rejected() {
        List<SqlText.Rejected> all = new ArrayList<>(rejected);
        all.addAll(timeExtras.rejected());
        return all;
    }

    /** The filters that were left out. */
    List<Filter> unplaced() {
        return unplaced;
    }

    List<Layer> layers() {
        return layers;
    }

    QuerySpec read(String path, Map<String, Object> json) {
        Map<String, Object> extras = Json.object(path + ".extras", json.get("extras"));
        RelativeWords relative = RelativeWords.of(path + ".extras", extras);
        List<Dimension> columns = dimensions(path, json, json.get("columns") == null ? "groupby" : "columns");
        List<Metric> metrics = new ArrayList<>();
        for (Object metric : Json.list(path + ".metrics", json.get("metrics"))) {
            metrics.add(Terms.metric(path + ".metrics", metric));
        }
        Optional<String> time = Optional.ofNullable(first(json, "granularity", "granularity_sqla"))
                .filter(String.class::isInstance)
                .map(Object::toString)
                .filter(name -> !name.isEmpty());
        QuerySpec.Builder builder = QuerySpec.builder();
        if (Boolean.TRUE.equals(json.get("is_timeseries"))) {
            builder.timeseries(true);
            overTime(path, time, columns, extras, builder);
        }
        columns.forEach(builder::column);
        metrics.forEach(builder::metric);
        time(path, json, time, relative, builder);
        order(path, json, columns, metrics, builder);
        Json.list(path + ".post_processing", json.get("post_processing")).stream()
                .filter(Objects::nonNull)
                .map(step -> Terms.postProcessing(path + ".post_processing", step))
                .forEach(builder::postProcessing);
        timeExtras.read(path, json, time);
        layers.addAll(Layer.read(path + ".annotation_layers", json.get("annotation_layers")));
        return builder.aggregate(json.get("metrics") != null)
                .timeOffsets(strings(path + ".time_offsets", json.get("time_offsets")))
                .timeZone(TimeZones.read(path + ".extras.time_zone", extras.get("time_zone")))
                .where(where(json, extras))
                .having(text(extras, "having", json))
                .series(
                        dimensions(path, json, "series_columns"),
                        limit(path, json, "series_limit", "timeseries_limit"),
                        Optional.ofNullable(first(json, "series_limit_metric", "timeseries_limit_metric"))
                                .map(metric -> Terms.metric(path + ".series_limit_metric", metric)))
                .seriesOthers(Boolean.TRUE.equals(json.get("group_others_when_limit_reached")))
                .orderDescending(!Boolean.FALSE.equals(json.get("order_desc")))
                .rowLimit(limit(path, json, "row_limit", "limit"))
                .rowOffset(limit(path, json, "row_offset", "offset"))
                .rowCount(Boolean.TRUE.equals(json.get("is_rowcount")))
                .build();
    }

    /** Without an axis of its own, a query over time has its time column first. */
    private static void overTime(
            String path,
            Optional<String> time,
            List<Dimension> columns,
            Map<String, Object> extras,
            QuerySpec.Builder builder) {
        if (time.isPresent()
                && columns.stream().noneMatch(column -> column.grain().isPresent())) {
            builder.column(new Dimension.Named(
                    time.get(), Terms.grain(path + ".extras.time_grain_sqla", extras.get("time_grain_sqla"))));
            builder.postProcessing(new PostProcessing("rename", Map.of("columns", Map.of(time.get(), TIMESTAMP))));
        }
    }

    /**
     * A time range goes into the filters on time, or bounds the named time column in place of one of them.
     */
    private void time(
            String path,
            Map<String, Object> json,
            Optional<String> time,
            RelativeWords relative,
            QuerySpec.Builder builder) {
        String words = json.get("time_range") instanceof String given ? given : "";
        List<Filter> filters = filters(path, json);
        List<Filter> temporal = filters.stream()
                .filter(filter -> filter.operator() == Operator.TEMPORAL_RANGE)
                .toList();
        Optional<Filter> replaced = time.flatMap(column -> temporal.stream()
                .filter(filter -> filter.on().label().equals(column))
                .findFirst()
                .or(() -> temporal.stream().findFirst()));
        for (Filter filter : filters) {
            if (filter.operator() != Operator.TEMPORAL_RANGE) {
                builder.filter(filter);
            } else if (replaced.isEmpty() || filter != replaced.get()) {
                String range = words.isEmpty() ? String.valueOf(filter.values().get(0)) : words;
                builder.filter(new Filter(filter.on(), filter.operator(), List.of(relative.resolve(range))));
            }
        }
        boolean filtersTake = time.isEmpty() && !temporal.isEmpty();
        String own = words.isEmpty()
                ? replaced.map(filter -> String.valueOf(filter.values().get(0))).orElse("")
                : words;
        builder.timeColumn(time.orElse(null)).timeRange(filtersTake ? "" : relative.resolve(own));
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

    private String where(Map<String, Object> json, Map<String, Object> extras) {
        String predicate =
                Boolean.TRUE.equals(json.get("apply_fetch_values_predicate")) ? fetchValuesPredicate.orElse("") : "";
        return AdhocFilters.and(text(extras, "where", json), predicate);
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

    /** Older clients have it beside the extras. */
    private static String text(Map<String, Object> extras, String name, Map<String, Object> json) {
        Object given = extras.get(name) == null ? json.get(name) : extras.get(name);
        return given instanceof String text ? text : "";
    }

    private static Object first(Map<String, Object> json, String name, String olderName) {
        Object value = json.get(name);
        return value == null || "".equals(value) ? "".equals(json.get(olderName)) ? null : json.get(olderName) : value;
    }
}
