package dev.karavel.viz.query;

import dev.karavel.api.query.Terms;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.viz.InvalidFormData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows that lie somewhere: as they are, or grouped where there is a metric. Beside columns a control may hold a place
 * ({@code {type: latlong | delimited | geohash, …}}), and beside metrics {@code {type: fix | metric, value}}.
 */
record PlacesQuestion(Form form) {
    /** Words that stand where a column could, and mean none. */
    private static final Set<String> NO_COLUMN = Set.of("Auto", "count");

    QuerySpec build() {
        List<Dimension> columns = new ArrayList<>();
        List<Dimension> places = new ArrayList<>();
        for (String control : form.plan().columns()) {
            boolean needed = form.descriptor().required().contains(form.told(control));
            List<Object> chosen = form.data().list(control);
            if (chosen.isEmpty() && needed) {
                throw form.missing(control);
            }
            for (Object each : chosen) {
                for (Object column : columnsOf(control, each)) {
                    Dimension dimension = Terms.dimension(form.told(control), column, Optional.empty());
                    Form.addOnce(columns, dimension);
                    if (needed) {
                        Form.addOnce(places, dimension);
                    }
                }
            }
        }
        List<Metric> metrics = metrics();
        QuerySpec.Builder question = form.question().aggregate(!metrics.isEmpty());
        columns.forEach(question::column);
        metrics.forEach(question::metric);
        metrics.stream().findFirst().ifPresent(metric -> question.order(new Order(metric, false)));
        if (form.data().flag("filter_nulls", true)) {
            places.forEach(place -> question.filter(new Filter(place, Operator.IS_NOT_NULL, List.of())));
        }
        return question.build();
    }

    private List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        for (String control : form.plan().metrics()) {
            for (Object each : form.data().list(control)) {
                boolean sized = each instanceof Map<?, ?> map && (map.get("type") instanceof String) && map.size() <= 2;
                Object metric = sized ? ((Map<?, ?>) each).get("value") : each;
                boolean fixed = sized && !"metric".equals(((Map<?, ?>) each).get("type"));
                if (!fixed && metric != null && !"".equals(metric)) {
                    Form.addOnce(metrics, Terms.metric(form.told(control), metric));
                }
            }
        }
        return metrics;
    }

    private List<Object> columnsOf(String control, Object chosen) {
        if (chosen instanceof String name && NO_COLUMN.contains(name)) {
            return form.dataset().columns().containsKey(name) ? List.of(name) : List.of();
        }
        if (!(chosen instanceof Map<?, ?> map) || !(map.get("type") instanceof String type)) {
            return List.of(chosen);
        }
        return switch (type) {
            case "latlong" -> List.of(part(control, map, "lonCol"), part(control, map, "latCol"));
            case "delimited" -> List.of(part(control, map, "lonlatCol"));
            case "geohash" -> List.of(part(control, map, "geohashCol"));
            default ->
                throw new InvalidFormData(
                        form.told(control),
                        form.told(control) + ": a place is latlong, delimited or geohash, not " + type);
        };
    }

    private Object part(String control, Map<?, ?> place, String name) {
        if (place.get(name) instanceof String column && !column.isBlank()) {
            return column;
        }
        throw new InvalidFormData(form.told(control), form.told(control) + ": choose a column for " + name);
    }
}
