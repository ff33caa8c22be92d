package dev.karavel.viz.query;

import dev.karavel.api.query.Terms;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.viz.InvalidFormData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Metrics along an axis, one series per combination of the other dimensions. Long rows, by the axis ascending. */
record TimeseriesQuestion(Form form) {
    QuerySpec build() {
        Dimension axis = axis();
        List<Metric> metrics = form.metrics();
        if (metrics.isEmpty()) {
            throw form.missing(
                    form.plan().metrics().isEmpty()
                            ? "metrics"
                            : form.plan().metrics().get(0));
        }
        List<Dimension> series = new ArrayList<>(form.dimensions(seriesControls()));
        series.removeIf(dimension -> dimension.label().equals(axis.label()));
        QuerySpec.Builder question =
                form.question().aggregate(true).timeseries(true).column(axis);
        series.forEach(question::column);
        metrics.forEach(question::metric);
        if (axis instanceof Dimension.Named named
                && temporal(axis)
                && form.data().text("granularity_sqla").isEmpty()) {
            question.timeColumn(named.column());
        }
        int limit = form.number("limit", "series_limit");
        if (limit > 0 && !series.isEmpty()) {
            Metric by = form.metric("timeseries_limit_metric", "series_limit_metric")
                    .orElse(metrics.get(0));
            question.series(series, limit, Optional.of(by))
                    .seriesOthers(form.data().flag("group_others_when_limit_reached", false));
        }
        QuerySpec spec = question.order(new Order(axis, true)).build();
        return new TimeSteps(form, spec, temporal(axis))
                .build()
                .map(step -> spec.toBuilder().postProcessing(step).build())
                .orElse(spec);
    }

    private List<String> seriesControls() {
        return form.plan().columns().stream()
                .filter(control -> !control.equals("x_axis"))
                .toList();
    }

    private Dimension axis() {
        Object chosen = form.data().values().get("x_axis");
        if (chosen instanceof List<?> list && !list.isEmpty()) {
            chosen = list.get(0);
        }
        if (chosen == null || "".equals(chosen) || chosen instanceof List<?>) {
            chosen = form.data()
                    .text("granularity_sqla")
                    .or(form.dataset()::mainTimeColumn)
                    .orElseThrow(() -> new InvalidFormData("x_axis", "x_axis: choose a column for the x axis"));
        }
        Dimension axis = Terms.dimension("x_axis", chosen, Optional.empty());
        return temporal(axis) ? Terms.dimension("x_axis", chosen, form.grain()) : axis;
    }

    private boolean temporal(Dimension axis) {
        return axis instanceof Dimension.Named named && form.dataset().isTemporal(named.column());
    }
}
