package dev.karavel.sql.write;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.SqlText;
import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Term;
import dev.karavel.sql.inspect.Inspector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Groups and their metrics. What is computed to group by is computed in an inner SELECT under a name of its own: then no
 * warehouse has to group by an expression, and none mistakes a label for a column of that name.
 */
final class GroupedQuery implements StatementWriter.Query {
    private static final String OTHERS = "Others";

    private final QuerySpec spec;
    private final Terms terms;
    private final Dialect dialect;
    private final String from;
    private final Map<Dimension, String> keys = new LinkedHashMap<>();
    private final Outputs outputs;
    private final List<String> order = new ArrayList<>();
    private final String having;
    private final List<String> series = new ArrayList<>();
    private final List<Metric> later = new ArrayList<>();
    private boolean hiddenOrder;

    GroupedQuery(
            QuerySpec spec,
            Source source,
            Conditions conditions,
            Terms terms,
            Dialect dialect,
            Inspector inspector,
            Labels labels) {
        this.spec = spec;
        this.terms = terms;
        this.dialect = dialect;
        outputs = new Outputs(dialect, labels);
        String plain = from(source, conditions);
        series.addAll(series());
        from = spec.seriesOthers() && !series.isEmpty() ? withOthers(plain, source.alias()) : plain;
        keys.forEach(outputs::add);
        addMetrics();
        having = spec.having().isBlank()
                ? ""
                : "\nHAVING (" + inspector.expression(spec.having(), "having", dialect) + ")";
        for (Order key : orderBy()) {
            order.add(StatementWriter.sorted(orderKey(key.by()), key.ascending(), dialect));
        }
        breakTies();
    }

    private void addMetrics() {
        for (Metric metric : spec.metrics()) {
            boolean secondDistinct = Terms.countsDistinct(metric)
                    && !dialect.capabilities().contains(Capability.SEVERAL_DISTINCT_COUNTS)
                    && spec.metrics().stream()
                                    .filter(Terms::countsDistinct)
                                    .findFirst()
                                    .orElse(metric)
                            != metric;
            if (terms.sayable(metric) && !secondDistinct) {
                outputs.add(metric, terms.metric(metric, "metrics"));
            } else {
                later.add(metric);
            }
        }
        if (outputs.isEmpty()) {
            outputs.addHidden(dialect.quote("__rows"), "COUNT(*)");
        }
    }

    private String from(Source source, Conditions conditions) {
        List<String> computed = new ArrayList<>();
        Aside aside = new Aside(dialect, source.alias());
        for (Dimension dimension : spec.columns()) {
            Terms.Value value = terms.dimension(dimension, "columns", aside);
            if (!value.computed()) {
                keys.put(dimension, value.sql());
            } else if (!keys.containsKey(dimension)) {
                String name = dialect.quote("__" + computed.size());
                computed.add(value.sql() + " AS " + name);
                keys.put(dimension, name);
            }
        }
        String plain = aside.from(source.sql() + conditions.clause());
        return computed.isEmpty()
                ? plain
                : "(\nSELECT " + source.alias() + ".*, " + String.join(", ", computed) + "\nFROM " + plain + "\n) "
                        + source.alias();
    }

    /** What was asked for; else time runs forward, and the biggest come first. */
    private List<Order> orderBy() {
        if (!spec.orderBy().isEmpty() || keys.isEmpty()) {
            return spec.orderBy();
        }
        Optional<Dimension> time =
                keys.keySet().stream().filter(key -> key.grain().isPresent()).findFirst();
        if (spec.timeseries() && time.isPresent()) {
            return List.of(new Order(time.get(), true));
        }
        return spec.metrics().stream()
                .filter(terms::sayable)
                .limit(1)
                .map(metric -> new Order(metric, !spec.orderDescending()))
                .toList();
    }

    /** Else equal groups would come in another order each time, and another one of them last before the limit. */
    private void breakTies() {
        if (!order.isEmpty()) {
            for (Dimension key : keys.keySet()) {
                String tie = StatementWriter.sorted(outputs.alias(key).orElseThrow(), true, dialect);
                boolean ordered = order.contains(tie)
                        || order.contains(
                                StatementWriter.sorted(outputs.alias(key).orElseThrow(), false, dialect));
                if (!ordered) {
                    order.add(tie);
                }
            }
        }
    }

    private String orderKey(Term term) {
        Optional<String> selected = outputs.alias(term);
        if (selected.isPresent()) {
            return selected.get();
        }
        Metric metric;
        if (term instanceof Metric asked) {
            metric = asked;
        } else if (term instanceof Dimension.Named named && terms.hasMetric(named.column())) {
            metric = new Metric.Saved(named.column());
        } else {
            throw KaravelException.invalid(
                    "orderby", "Groups cannot be ordered by " + term.label() + ": they are not made by it");
        }
        String alias = dialect.quote("__order" + order.size());
        outputs.addHidden(alias, terms.metric(metric, "orderby"));
        hiddenOrder = true;
        return alias;
    }

    /** Keys of the dimensions that make a series, if their number is limited. */
    private List<String> series() {
        if (spec.seriesLimit() <= 0) {
            return List.of();
        }
        List<Dimension> dimensions = spec.seriesColumns().isEmpty() && spec.timeseries()
                ? keys.keySet().stream().filter(key -> key.grain().isEmpty()).toList()
                : spec.seriesColumns();
        List<String> found = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            String key = keys.entrySet().stream()
                    .filter(each -> each.getKey().equals(dimension)
                            || each.getKey().label().equals(dimension.label()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> KaravelException.invalid(
                            "series_columns", "The series column " + dimension.label() + " is not among the columns"));
            found.add(key);
        }
        return found;
    }

    @Override
    public String unordered() {
        String groups = groups();
        boolean left = !series.isEmpty() && !spec.seriesOthers();
        return left
                ? limited(groups)
                : hiddenOrder || !order.isEmpty() && sortsByExpressions() ? labelled(groups) : groups;
    }

    /** Where empty values are put last by a CASE, which some warehouses refuse over the alias of an aggregate. */
    private boolean sortsByExpressions() {
        return !dialect.capabilities().contains(Capability.NULLS_ORDERING);
    }

    @Override
    public List<String> order() {
        return order;
    }

    @Override
    public List<SqlText.Later> later() {
        return later.stream().map(this::later).toList();
    }

    private SqlText.Later later(Metric metric) {
        String value = dialect.quote("__v");
        List<String> selected = new ArrayList<>();
        List<String> groups = keys.values().stream().distinct().toList();
        groups.forEach(key -> selected.add(key + " AS " + dialect.quote("__k" + selected.size())));
        int position = keys.size() + spec.metrics().indexOf(metric);
        if (metric instanceof Metric.Percentile percentile) {
            selected.add(terms.numbers(percentile, "metrics") + " AS " + value);
            String sql = "SELECT *\nFROM (\nSELECT " + String.join(", ", selected) + "\nFROM " + from + "\n) "
                    + dialect.quote("numbers") + "\nWHERE " + value + " IS NOT NULL";
            return new SqlText.Later(sql, groups.size(), position, metric.label(), Optional.of(percentile.fraction()));
        }
        selected.add(terms.metric(metric, "metrics") + " AS " + value);
        String sql = "SELECT " + String.join(", ", selected) + "\nFROM " + from
                + (groups.isEmpty() ? "" : "\nGROUP BY " + String.join(", ", groups));
        return new SqlText.Later(sql, groups.size(), position, metric.label(), Optional.empty());
    }

    private String groups() {
        StringBuilder sql = new StringBuilder("SELECT ").append(outputs.list());
        for (int i = 0; i < series.size() && !spec.seriesOthers(); i++) {
            sql.append(", ").append(series.get(i)).append(" AS ").append(seriesKey("__key", i));
        }
        sql.append("\nFROM ").append(from);
        if (!keys.isEmpty()) {
            sql.append("\nGROUP BY ").append(keys.values().stream().distinct().collect(Collectors.joining(", ")));
        }
        return sql.append(having).toString();
    }

    private String labelled(String groups) {
        return "SELECT " + String.join(", ", outputs.labels()) + "\nFROM (\n" + groups + "\n) "
                + dialect.quote("grouped");
    }

    /** Only the groups of the best series. Joined after grouping, where rows are few and an empty key costs nothing to compare. */
    private String limited(String groups) {
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            equal.add(same(seriesKey("__key", i), seriesKey("__best", i)));
        }
        return labelled(groups) + "\nJOIN (\n" + best(from) + "\n) " + dialect.quote("best") + " ON "
                + String.join(" AND ", equal);
    }

    /** Each row's series, or the word for all that are not among the best. */
    private String withOthers(String plain, String alias) {
        List<String> equal = new ArrayList<>();
        List<String> named = new ArrayList<>();
        String found = dialect.quote("best") + "." + dialect.quote("__found");
        for (int i = 0; i < series.size(); i++) {
            String best = dialect.quote("best") + "." + seriesKey("__best", i);
            equal.add(same(series.get(i), best));
            named.add("CASE WHEN " + found + " = 1 THEN " + series.get(i) + " ELSE " + dialect.literal(OTHERS)
                    + " END AS " + seriesKey("__series", i));
        }
        String joined = "(\nSELECT " + alias + ".*, " + String.join(", ", named) + "\nFROM " + asTable(plain, alias)
                + "\nLEFT JOIN (\n" + best(plain) + "\n) " + dialect.quote("best") + " ON "
                + String.join(" AND ", equal) + "\n) " + alias;
        for (Map.Entry<Dimension, String> key : keys.entrySet()) {
            int position = series.indexOf(key.getValue());
            if (position >= 0) {
                key.setValue(seriesKey("__series", position));
            }
        }
        return joined;
    }

    private static String asTable(String plain, String alias) {
        return plain.endsWith(") " + alias) ? plain : "(\nSELECT * FROM " + plain + "\n) " + alias;
    }

    private static String same(String left, String right) {
        return "(" + left + " = " + right + " OR (" + left + " IS NULL AND " + right + " IS NULL))";
    }

    private String best(String source) {
        List<String> selected = new ArrayList<>();
        List<String> order = new ArrayList<>();
        String rank = dialect.quote("__rank");
        order.add(StatementWriter.sorted(rank, !spec.orderDescending(), dialect));
        for (int i = 0; i < series.size(); i++) {
            selected.add(series.get(i) + " AS " + seriesKey("__best", i));
            order.add(StatementWriter.sorted(seriesKey("__best", i), true, dialect));
        }
        String by = spec.seriesLimitMetric()
                .or(() -> spec.metrics().stream().filter(terms::sayable).findFirst())
                .map(metric -> terms.metric(metric, "series_limit_metric"))
                .orElse("COUNT(*)");
        String ranked = "SELECT " + String.join(", ", selected) + ", " + by + " AS " + rank + ", 1 AS "
                + dialect.quote("__found") + "\nFROM " + source + "\nGROUP BY " + String.join(", ", series);
        String sortable =
                sortsByExpressions() ? "SELECT *\nFROM (\n" + ranked + "\n) " + dialect.quote("ranked") : ranked;
        return dialect.page(sortable, order, spec.seriesLimit(), 0);
    }

    private String seriesKey(String prefix, int position) {
        return dialect.quote(prefix + position);
    }
}
