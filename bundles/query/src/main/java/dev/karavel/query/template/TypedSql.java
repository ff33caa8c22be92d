package dev.karavel.query.template;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.spi.data.AnyOf;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The SQL that people typed into a question and its dataset.
 *
 * @param render makes SQL of a text and the name of its field
 */
record TypedSql(BinaryOperator<String> render) {
    QuerySpec spec(QuerySpec spec) {
        QuerySpec.Builder builder = QuerySpec.builder();
        spec.columns().forEach(column -> builder.column(dimension(column, "columns")));
        spec.metrics().forEach(metric -> builder.metric(metric(metric, "metrics")));
        spec.filters().forEach(filter -> builder.filter(filter(filter)));
        spec.anyOf()
                .forEach(any -> builder.anyOf(
                        new AnyOf(any.filters().stream().map(this::filter).toList())));
        spec.orderBy().forEach(order -> builder.order(new Order(term(order.by(), "orderby"), order.ascending())));
        spec.postProcessing().forEach(builder::postProcessing);
        return builder.timeColumn(spec.timeColumn().orElse(null))
                .timeRange(spec.timeRange())
                .timeZone(spec.timeZone())
                .timeOffsets(spec.timeOffsets())
                .where(text(spec.where(), "where"))
                .having(text(spec.having(), "having"))
                .series(
                        spec.seriesColumns().stream()
                                .map(column -> dimension(column, "series_columns"))
                                .toList(),
                        spec.seriesLimit(),
                        spec.seriesLimitMetric().map(metric -> metric(metric, "series_limit_metric")))
                .seriesOthers(spec.seriesOthers())
                .orderDescending(spec.orderDescending())
                .rowLimit(spec.rowLimit())
                .rowOffset(spec.rowOffset())
                .aggregate(spec.aggregate())
                .timeseries(spec.timeseries())
                .rowCount(spec.rowCount())
                .build();
    }

    private Filter filter(Filter filter) {
        return new Filter(dimension(filter.on(), "filters"), filter.operator(), filter.values());
    }

    /** Of columns and metrics those alone that the question needs: a mistake in another one is not its business. */
    Dataset parts(Dataset dataset, QuerySpec spec) {
        Set<String> columns = new HashSet<>();
        Set<String> metrics = new HashSet<>();
        names(spec, columns::add, metrics::add);
        dataset.mainTimeColumn().ifPresent(columns::add);
        boolean all = spec.columns().isEmpty() && spec.metrics().isEmpty();
        List<DatasetColumn> rendered = dataset.columns().stream()
                .map(column -> all || columns.contains(column.name()) ? column(column) : column)
                .toList();
        return dataset.withParts(
                rendered,
                dataset.metrics().stream()
                        .map(metric -> metrics.contains(metric.name()) ? metric(metric) : metric)
                        .toList());
    }

    private static void names(QuerySpec spec, Consumer<String> columns, Consumer<String> metrics) {
        spec.timeColumn().ifPresent(columns);
        Stream.of(
                        spec.columns().stream(),
                        spec.metrics().stream(),
                        spec.seriesColumns().stream(),
                        spec.seriesLimitMetric().stream(),
                        spec.filters().stream().map(Filter::on),
                        spec.anyOf().stream()
                                .flatMap(any -> any.filters().stream())
                                .map(Filter::on),
                        spec.orderBy().stream().map(Order::by))
                .flatMap(terms -> terms)
                .forEach(term -> name(term, columns, metrics));
    }

    private static void name(Term term, Consumer<String> columns, Consumer<String> metrics) {
        if (term instanceof Dimension.Named named) {
            columns.accept(named.column());
        } else if (term instanceof Metric.Simple simple) {
            columns.accept(simple.column());
        } else if (term instanceof Metric.Percentile percentile) {
            columns.accept(percentile.column());
        } else if (term instanceof Metric.Saved saved) {
            metrics.accept(saved.name());
        }
    }

    private DatasetColumn column(DatasetColumn column) {
        Optional<String> sql = column.expression().map(text -> text(text, "columns"));
        return new DatasetColumn(
                column.id(),
                column.uuid(),
                column.name(),
                column.verboseName(),
                column.sourceType(),
                column.type(),
                column.temporal(),
                column.groupable(),
                column.filterable(),
                sql,
                column.description(),
                column.dateFormat(),
                column.extra());
    }

    private DatasetMetric metric(DatasetMetric metric) {
        return new DatasetMetric(
                metric.id(),
                metric.uuid(),
                metric.name(),
                metric.verboseName(),
                text(metric.expression(), "metrics"),
                metric.format(),
                metric.currency(),
                metric.description());
    }

    private Term term(Term term, String field) {
        return term instanceof Metric metric ? metric(metric, field) : dimension((Dimension) term, field);
    }

    private Dimension dimension(Dimension dimension, String field) {
        return dimension instanceof Dimension.Expression typed
                ? new Dimension.Expression(text(typed.sql(), field), typed.label(), typed.grain())
                : dimension;
    }

    private Metric metric(Metric metric, String field) {
        return metric instanceof Metric.Expression typed
                ? new Metric.Expression(text(typed.sql(), field), typed.label())
                : metric;
    }

    private String text(String sql, String field) {
        return render.apply(sql, field);
    }
}
