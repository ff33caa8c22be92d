package dev.karavel.contract.data;

import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Term;
import dev.karavel.spi.data.TimeGrain;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers a question about the shop row by row, without any cleverness: what warehouses have to agree with. */
final class Evaluation {
    private static final String OTHERS = "Others";

    private final Typed typed;
    private final Question question;
    private final QuerySpec spec;

    /** @param rows in the asked order; what is not ordered by is in any */
    record Rows(List<String> columns, List<List<Object>> rows, boolean ordered) {}

    /** A row of the result, with the sales behind it. */
    private record Row(List<Object> keys, List<Sale> sales) {}

    Evaluation(Typed typed, Question question) {
        this.typed = typed;
        this.question = question;
        this.spec = question.spec();
    }

    Rows answer() {
        List<Sale> sales = Shop.sales().stream().filter(this::holds).toList();
        boolean grouped = spec.aggregate() || !spec.metrics().isEmpty();
        List<Row> rows = grouped ? grouped(sales) : each(sales);
        if (spec.rowCount()) {
            return new Rows(List.of("rowcount"), List.of(List.of((long) rows.size())), true);
        }
        List<Order> order = grouped ? order() : spec.orderBy();
        Comparator<Row> comparator = (a, b) -> 0;
        for (Order key : order) {
            comparator = comparator.thenComparing(row -> value(key.by(), row), nullsLast(key.ascending()));
        }
        List<List<Object>> shown = rows.stream()
                .sorted(comparator)
                .skip(spec.rowOffset())
                .limit(question.limit())
                .map(this::shown)
                .toList();
        List<String> columns = new ArrayList<>();
        dimensions().forEach(each -> columns.add(each.label()));
        spec.metrics().forEach(each -> columns.add(each.label()));
        return new Rows(columns, shown, !order.isEmpty());
    }

    private boolean holds(Sale sale) {
        if (!question.bounds().isEmpty()
                && !within(sale.value(spec.timeColumn().orElse("sold_at")), question.bounds())) {
            return false;
        }
        for (int i = 0; i < spec.filters().size(); i++) {
            Filter filter = spec.filters().get(i);
            TimeBounds bounds = question.filterBounds().get(i);
            boolean passes = filter.operator() == Operator.TEMPORAL_RANGE
                    ? bounds == null || within(value(filter.on(), sale), bounds)
                    : Matching.holds(filter, value(filter.on(), sale));
            if (!passes) {
                return false;
            }
        }
        boolean found = spec.anyOf().stream().allMatch(any -> any.filters().stream()
                .anyMatch(filter -> Matching.holds(filter, value(filter.on(), sale))));
        if (!found) {
            return false;
        }
        boolean asTyped = spec.where().isEmpty() || Boolean.TRUE.equals(typed.ofRow(spec.where(), sale));
        return asTyped && question.rowRules().stream().allMatch(rule -> Boolean.TRUE.equals(typed.ofRow(rule, sale)));
    }

    private static boolean within(Object value, TimeBounds bounds) {
        if (value == null) {
            return false;
        }
        LocalDateTime moment = value instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) value;
        return bounds.from().map(from -> !moment.isBefore(from)).orElse(true)
                && bounds.to().map(moment::isBefore).orElse(true);
    }

    private List<Row> each(List<Sale> sales) {
        return sales.stream()
                .map(sale -> new Row(
                        dimensions().stream()
                                .map(each -> value(each, sale))
                                .collect(Collectors.toCollection(ArrayList::new)),
                        List.of(sale)))
                .toList();
    }

    private List<Row> grouped(List<Sale> sales) {
        Set<List<Object>> best = best(sales);
        List<Dimension> series = series();
        Map<List<Object>, List<Sale>> groups = new LinkedHashMap<>();
        if (spec.columns().isEmpty()) {
            groups.put(List.of(), new ArrayList<>());
        }
        for (Sale sale : sales) {
            boolean kept = spec.seriesLimit() <= 0 || series.isEmpty() || best.contains(key(series, sale));
            if (kept || spec.seriesOthers()) {
                List<Object> key = new ArrayList<>();
                spec.columns().forEach(each -> key.add(!kept && series.contains(each) ? OTHERS : value(each, sale)));
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(sale);
            }
        }
        List<Row> rows = new ArrayList<>();
        groups.forEach((key, members) -> {
            if (spec.having().isEmpty() || Boolean.TRUE.equals(typed.ofGroup(spec.having(), members))) {
                rows.add(new Row(key, members));
            }
        });
        return rows;
    }

    private List<Dimension> series() {
        return spec.seriesColumns().isEmpty() && spec.timeseries()
                ? spec.columns().stream().filter(each -> each.grain().isEmpty()).toList()
                : spec.seriesColumns();
    }

    private Set<List<Object>> best(List<Sale> sales) {
        List<Dimension> series = series();
        Map<List<Object>, List<Sale>> all = sales.stream().collect(Collectors.groupingBy(sale -> key(series, sale)));
        Optional<Metric> metric =
                spec.seriesLimitMetric().or(() -> spec.metrics().stream().findFirst());
        Comparator<Map.Entry<List<Object>, List<Sale>>> order = Comparator.comparing(
                entry -> metric.map(by -> Measure.of(by, entry.getValue(), typed))
                        .orElse((long) entry.getValue().size()),
                nullsLast(!spec.orderDescending()));
        for (int i = 0; i < series.size(); i++) {
            int at = i;
            order = order.thenComparing(entry -> entry.getKey().get(at), nullsLast(true));
        }
        return all.entrySet().stream()
                .sorted(order)
                .limit(spec.seriesLimit())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<Object> key(List<Dimension> dimensions, Sale sale) {
        List<Object> key = new ArrayList<>();
        dimensions.forEach(each -> key.add(value(each, sale)));
        return key;
    }

    /** What the server orders by when nothing is said. */
    private List<Order> order() {
        List<Order> order = new ArrayList<>(spec.orderBy());
        Optional<Dimension> time =
                spec.columns().stream().filter(each -> each.grain().isPresent()).findFirst();
        if (order.isEmpty() && spec.timeseries() && time.isPresent()) {
            order.add(new Order(time.get(), true));
        } else if (order.isEmpty()
                && !spec.metrics().isEmpty()
                && !spec.columns().isEmpty()) {
            order.add(new Order(spec.metrics().get(0), !spec.orderDescending()));
        }
        if (!order.isEmpty()) {
            spec.columns().stream()
                    .filter(column -> order.stream().noneMatch(key -> key.by().equals(column)))
                    .toList()
                    .forEach(column -> order.add(new Order(column, true)));
        }
        return order;
    }

    private List<Dimension> dimensions() {
        if (!spec.columns().isEmpty() || !spec.metrics().isEmpty()) {
            return spec.columns();
        }
        return List.of(
                        "id", "region", "product", "amount", "price", "online", "sold_at", "day", "note", "loud",
                        "doubled")
                .stream()
                .map(name -> (Dimension) new Dimension.Named(name))
                .toList();
    }

    private List<Object> shown(Row row) {
        List<Object> values = new ArrayList<>(row.keys());
        spec.metrics().forEach(metric -> values.add(Measure.of(metric, row.sales(), typed)));
        return values;
    }

    private Object value(Term term, Row row) {
        int key = dimensions().indexOf(term);
        if (key >= 0) {
            return row.keys().get(key);
        }
        if (term instanceof Metric metric) {
            return Measure.of(metric, row.sales(), typed);
        }
        return value((Dimension) term, row.sales().get(0));
    }

    private Object value(Dimension dimension, Sale sale) {
        Sale local = spec.timeZone().map(sale::in).orElse(sale);
        Object raw = dimension instanceof Dimension.Named named
                ? (dimension.grain().isPresent() ? local : sale).value(named.column())
                : typed.ofRow(
                        ((Dimension.Expression) dimension).sql(),
                        dimension.grain().isPresent() ? local : sale);
        if (dimension.grain().isEmpty() || raw == null) {
            return raw;
        }
        TimeGrain grain = dimension.grain().get();
        return raw instanceof LocalDate date
                ? Calendar.floor(grain.ordinal() < TimeGrain.DAY.ordinal() ? TimeGrain.DAY : grain, date.atStartOfDay())
                : Calendar.floor(grain, (LocalDateTime) raw);
    }

    /** Numbers by value, texts letter by letter. */
    private static Comparator<Object> nullsLast(boolean ascending) {
        Comparator<Object> natural = (a, b) -> a instanceof Number one && b instanceof Number other
                ? Matching.decimal(one).compareTo(Matching.decimal(other))
                : compare(a, b);
        return Comparator.nullsLast(ascending ? natural : natural.reversed());
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }
}
