package dev.karavel.sql.write;

import dev.karavel.api.error.KaravelException;
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
    private final QuerySpec spec;
    private final Terms terms;
    private final Dialect dialect;
    private final String from;
    private final Map<Dimension, String> keys = new LinkedHashMap<>();
    private final Outputs outputs;
    private final List<String> order = new ArrayList<>();
    private final String having;
    private final List<String> series;
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
        from = from(source, conditions);
        keys.forEach(outputs::add);
        for (Metric metric : spec.metrics()) {
            outputs.add(metric, terms.metric(metric, "metrics"));
        }
        having = spec.having().isBlank()
                ? ""
                : "\nHAVING (" + inspector.expression(spec.having(), "having", dialect) + ")";
        for (Order key : orderBy()) {
            order.add(StatementWriter.sorted(orderKey(key.by()), key.ascending(), dialect));
        }
        breakTies();
        series = series();
    }

    private String from(Source source, Conditions conditions) {
        List<String> computed = new ArrayList<>();
        for (Dimension dimension : spec.columns()) {
            Terms.Value value = terms.dimension(dimension, "columns");
            if (!value.computed()) {
                keys.put(dimension, value.sql());
            } else if (!keys.containsKey(dimension)) {
                String name = dialect.quote("__" + computed.size());
                computed.add(value.sql() + " AS " + name);
                keys.put(dimension, name);
            }
        }
        String plain = source.sql() + conditions.clause();
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
        return series.isEmpty() ? groups : limited(groups);
    }

    @Override
    public String ordered() {
        String groups = groups();
        String statement = !series.isEmpty() ? limited(groups) : hiddenOrder ? labelled(groups) : groups;
        return order.isEmpty() ? statement : statement + "\nORDER BY " + String.join(", ", order);
    }

    private String groups() {
        StringBuilder sql = new StringBuilder("SELECT ").append(outputs.list());
        for (int i = 0; i < series.size(); i++) {
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
        List<String> selected = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            String left = seriesKey("__key", i);
            String right = seriesKey("__best", i);
            selected.add(series.get(i) + " AS " + right);
            equal.add("(" + left + " = " + right + " OR (" + left + " IS NULL AND " + right + " IS NULL))");
        }
        String by = spec.seriesLimitMetric()
                .or(() -> spec.metrics().stream().findFirst())
                .map(metric -> terms.metric(metric, "series_limit_metric"))
                .orElse("COUNT(*)");
        String rank = dialect.quote("__rank");
        StringBuilder ties = new StringBuilder();
        for (int i = 0; i < series.size(); i++) {
            ties.append(", ").append(StatementWriter.sorted(seriesKey("__best", i), true, dialect));
        }
        String best = "SELECT " + String.join(", ", selected) + ", " + by + " AS " + rank + "\nFROM " + from
                + "\nGROUP BY " + String.join(", ", series) + "\nORDER BY "
                + StatementWriter.sorted(rank, !spec.orderDescending(), dialect) + ties;
        return labelled(groups) + "\nJOIN (\n" + dialect.limit(best, spec.seriesLimit(), 0) + "\n) "
                + dialect.quote("best") + " ON " + String.join(" AND ", equal);
    }

    private String seriesKey(String prefix, int position) {
        return dialect.quote(prefix + position);
    }
}
