package dev.karavel.query.question;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.AdhocFilters;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.Terms;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.viz.VisualizationRegistry;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Term;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Understands a request: rights first, then which dataset, then which questions. */
public final class RequestReader {
    private final Charts charts;
    private final Datasets datasets;
    private final Databases databases;
    private final AccessControl access;
    private final VisualizationRegistry visualizations;

    public RequestReader(
            Charts charts,
            Datasets datasets,
            Databases databases,
            AccessControl access,
            VisualizationRegistry visualizations) {
        this.charts = charts;
        this.datasets = datasets;
        this.databases = databases;
        this.access = access;
        this.visualizations = visualizations;
    }

    public Asked read(ChartRequest request, Principal principal) {
        Optional<Chart> chart = chart(request, principal);
        FormData formData = formData(request, chart);
        Dataset dataset = dataset(datasetId(request, chart, formData), principal);
        Asked asked = Asked.of(chart, dataset, database(dataset), formData);
        return switch (request.resultType()) {
            case COLUMNS, TIMEGRAINS -> asked;
            case SAMPLES, DRILL_DETAIL -> RawRows.of(request, base(request, asked));
            default -> request.queries().isEmpty() ? fromFormData(asked) : fromQueryObjects(request, asked);
        };
    }

    /** @throws KaravelException NOT_FOUND, also if the principal may not query it */
    public Dataset dataset(long id, Principal principal) {
        return datasets.find(id)
                .filter(dataset -> access.mayQuery(principal, dataset))
                .orElseThrow(() -> KaravelException.notFound("Dataset", id));
    }

    public Database database(Dataset dataset) {
        return databases
                .find(dataset.databaseId())
                .orElseThrow(() -> KaravelException.notFound("Database", dataset.databaseId()));
    }

    /** The distinct values of a column, smallest first. */
    public Asked values(Dataset dataset, String column, int limit) {
        if (dataset.column(column).isEmpty()) {
            throw KaravelException.invalid(
                    "column", "Dataset " + dataset.tableName() + " has no column \"" + column + "\"");
        }
        Dimension.Named values = new Dimension.Named(column);
        QuerySpec question = QuerySpec.builder()
                .column(values)
                .aggregate(true)
                .order(new Order(values, true))
                .rowLimit(limit)
                .where(dataset.settings().fetchValuesPredicate().orElse(""))
                .build();
        return Asked.of(Optional.empty(), dataset, database(dataset), new FormData(Map.of()))
                .with(List.of(question));
    }

    private Optional<Chart> chart(ChartRequest request, Principal principal) {
        OptionalLong inFormData = Json.id("slice_id", request.formData().get("slice_id"));
        Optional<Long> id = request.chartId().isPresent() || inFormData.isEmpty()
                ? request.chartId()
                : Optional.of(inFormData.getAsLong());
        return id.map(wanted -> charts.find(wanted)
                .filter(chart -> access.maySee(principal, chart))
                .orElseThrow(() -> KaravelException.notFound("Chart", wanted)));
    }

    private static FormData formData(ChartRequest request, Optional<Chart> chart) {
        Map<String, Object> merged = new LinkedHashMap<>();
        chart.ifPresent(saved -> {
            merged.putAll(Json.parse("params of chart " + saved.id(), saved.params()));
            merged.put("viz_type", saved.vizType());
            merged.put("datasource", saved.datasetId() + "__table");
            merged.put("slice_id", saved.id());
        });
        merged.putAll(request.formData());
        return new FormData(merged);
    }

    private static long datasetId(ChartRequest request, Optional<Chart> chart, FormData formData) {
        OptionalLong named = Json.id("datasource", formData.values().get("datasource"));
        return request.datasetId()
                .or(() -> named.isPresent() ? Optional.of(named.getAsLong()) : Optional.empty())
                .or(() -> chart.map(Chart::datasetId))
                .orElseThrow(() -> KaravelException.invalid(
                        "datasource", "Say which dataset is asked: datasource \"<id>__table\""));
    }

    private Asked fromQueryObjects(ChartRequest request, Asked asked) {
        QueryObjects reader = new QueryObjects(
                info(asked.dataset()), asked.dataset().settings().fetchValuesPredicate());
        List<QuerySpec> questions = new ArrayList<>();
        for (int i = 0; i < request.queries().size(); i++) {
            questions.add(reader.read("queries[" + i + "]", request.queries().get(i)));
        }
        return asked.with(withParameters(asked.formData(), request.queries()), Optional.empty())
                .with(questions)
                .with(reader.applied(), reader.rejected(), reader.unplaced())
                .withLayers(reader.layers());
    }

    private Asked fromFormData(Asked asked) {
        String vizType = asked.formData()
                .text("viz_type")
                .orElseThrow(() ->
                        KaravelException.invalid("viz_type", "Say which chart type the form data is for: viz_type"));
        DatasetInfo info = info(asked.dataset());
        Extras extras = new Extras(asked.formData().values().get("extra_form_data"), info);
        FormData formData = extras.onto(asked.formData());
        Optional<ZoneId> zone = TimeZones.read("time_zone", formData.values().get("time_zone"));
        List<QuerySpec> questions = visualizations.query(vizType, formData, info).stream()
                .map(extras::onto)
                .map(question -> ordered(question, formData, info))
                .map(question -> zone.isEmpty()
                        ? question
                        : question.toBuilder().timeZone(zone).build())
                .toList();
        return asked.with(formData, Optional.of(vizType))
                .with(questions)
                .with(extras.applied(), extras.rejected(), extras.unplaced())
                .withLayers(
                        Layer.read("annotation_layers", formData.values().get("annotation_layers"), ownTime(formData)));
    }

    /** The chart's own time and grain, which layers may take over. */
    private static Map<String, Object> ownTime(FormData formData) {
        Map<String, Object> own = new LinkedHashMap<>();
        formData.text("time_grain_sqla").ifPresent(grain -> own.put("time_grain_sqla", grain));
        formData.text("time_range").ifPresent(range -> own.put("time_range", range));
        formData.list("adhoc_filters").stream()
                .filter(filter -> filter instanceof Map<?, ?> map && "TEMPORAL_RANGE".equals(map.get("operator")))
                .map(filter -> ((Map<?, ?>) filter).get("comparator"))
                .filter(String.class::isInstance)
                .findFirst()
                .ifPresent(range -> own.put("time_range", range));
        return own;
    }

    /** Parameters of the page's address, which query objects hold one by one, for templates. */
    private static FormData withParameters(FormData formData, List<Map<String, Object>> queries) {
        Map<String, Object> values = new LinkedHashMap<>(formData.values());
        queries.stream()
                .map(query -> query.get("url_params"))
                .filter(Map.class::isInstance)
                .findFirst()
                .ifPresent(parameters -> values.putIfAbsent("url_params", parameters));
        return new FormData(values);
    }

    /** The order a person chose comes after the one the chart type needs, where that does not have it already. */
    private static QuerySpec ordered(QuerySpec question, FormData formData, DatasetInfo info) {
        List<Term> selected = new ArrayList<>(question.columns());
        selected.addAll(question.metrics());
        QuerySpec.Builder builder = question.toBuilder();
        for (Object key :
                formData.list("orderby").stream().filter(List.class::isInstance).toList()) {
            Order order = Terms.order("orderby", key, selected, info.metrics());
            if (question.orderBy().stream().noneMatch(each -> each.by().equals(order.by()))) {
                builder.order(order);
            }
        }
        return builder.build();
    }

    /** What the rows are under the filters of. */
    private Asked base(ChartRequest request, Asked asked) {
        if (!request.queries().isEmpty()) {
            return fromQueryObjects(request, asked);
        }
        return asked.formData().text("viz_type").isPresent() ? fromFormDataOrFilters(asked) : filtersOnly(asked);
    }

    private Asked fromFormDataOrFilters(Asked asked) {
        try {
            return fromFormData(asked);
        } catch (KaravelException e) {
            if (e.code() == ErrorCode.PLUGIN_MISSING || e.code() == ErrorCode.PLUGIN_FAILED) {
                return filtersOnly(asked);
            }
            throw e;
        }
    }

    private Asked filtersOnly(Asked asked) {
        Extras extras = new Extras(asked.formData().values().get("extra_form_data"), info(asked.dataset()));
        FormData formData = extras.onto(asked.formData());
        AdhocFilters adhoc = AdhocFilters.read("adhoc_filters", formData.list("adhoc_filters"));
        QuerySpec.Builder question = QuerySpec.builder()
                .timeColumn(formData.text("granularity_sqla").orElse(null))
                .timeRange(formData.text("time_range").orElse(""))
                .where(adhoc.where());
        adhoc.filters().forEach(question::filter);
        return asked.with(formData, Optional.empty())
                .with(List.of(extras.onto(question.build())))
                .with(extras.applied(), extras.rejected(), extras.unplaced());
    }

    static DatasetInfo info(Dataset dataset) {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        for (DatasetColumn column : dataset.columns()) {
            boolean declaredTime = column.temporal() && !column.type().isTemporal();
            columns.put(column.name(), declaredTime ? ColumnType.TIMESTAMP : column.type());
        }
        return new DatasetInfo(
                columns,
                dataset.metrics().stream().map(DatasetMetric::name).collect(Collectors.toSet()),
                dataset.mainTimeColumn());
    }
}
