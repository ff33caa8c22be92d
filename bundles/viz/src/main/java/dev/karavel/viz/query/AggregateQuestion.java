package dev.karavel.viz.query;

import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.PostProcessing;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Term;
import dev.karavel.viz.descriptor.DefaultOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Metrics per group. */
record AggregateQuestion(Form form, List<String> columnControls) {
    QuerySpec build() {
        List<Dimension> columns = form.dimensions(columnControls);
        List<Metric> metrics = new ArrayList<>(form.metrics());
        List<Metric> shares = form.metrics("percent_metrics");
        shares.forEach(metric -> Form.addOnce(metrics, metric));
        requireSomething(columns, metrics);
        QuerySpec.Builder question = form.question().aggregate(true);
        columns.forEach(question::column);
        metrics.forEach(question::metric);
        int limit = form.number("limit", "series_limit");
        if (limit > 0 && !columns.isEmpty()) {
            question.series(
                    columns, limit, sortMetric().or(() -> metrics.stream().findFirst()));
        }
        if (!shares.isEmpty()) {
            question.postProcessing(contribution(shares));
        }
        orders(columns, metrics).forEach(question::order);
        return question.build();
    }

    private void requireSomething(List<Dimension> columns, List<Metric> metrics) {
        List<String> controls =
                form.plan().metrics().isEmpty() ? columnControls : form.plan().metrics();
        if (columns.isEmpty() && metrics.isEmpty() && !controls.isEmpty()) {
            throw form.missing(controls.get(0));
        }
    }

    private Optional<Metric> sortMetric() {
        return form.metric("timeseries_limit_metric", "series_limit_metric");
    }

    private List<Order> orders(List<Dimension> columns, List<Metric> metrics) {
        List<Term> selected = new ArrayList<>(columns);
        selected.addAll(metrics);
        List<Order> chosen = Orders.chosen(form, selected);
        if (!chosen.isEmpty()) {
            return chosen;
        }
        boolean descending = form.data().flag("order_desc", true);
        Optional<Metric> sort = sortMetric();
        if (sort.isPresent()) {
            return List.of(new Order(sort.get(), !descending));
        }
        DefaultOrder order = form.plan().order();
        if (order == DefaultOrder.NONE) {
            return List.of();
        }
        boolean byMetric = form.data().flag("sort_by_metric", true) && order != DefaultOrder.COLUMN_ASCENDING;
        if (byMetric && !metrics.isEmpty()) {
            return List.of(new Order(metrics.get(0), order == DefaultOrder.METRIC_ASCENDING || !descending));
        }
        return columns.stream().map(column -> new Order(column, true)).toList();
    }

    private static PostProcessing contribution(List<Metric> shares) {
        List<String> labels = shares.stream().map(Metric::label).toList();
        List<String> renamed = labels.stream().map(label -> "%" + label).toList();
        return new PostProcessing("contribution", Map.of("columns", labels, "rename_columns", renamed));
    }
}
