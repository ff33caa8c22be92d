package dev.karavel.api.query;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Aggregate;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.PostProcessing;
import dev.karavel.spi.data.Term;
import dev.karavel.spi.data.TimeGrain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the parts of a question from JSON as Superset writes it, in form data and in query objects. Pure functions; every one
 * throws INVALID_REQUEST naming the field it was given when the JSON is not what it should be.
 */
public final class Terms {
    private Terms() {}

    /** A saved metric's name, or an adhoc metric: an aggregate or percentile of a column (SIMPLE), or SQL. */
    public static Metric metric(String field, Object json) {
        if (json instanceof String name && !name.isBlank()) {
            return new Metric.Saved(name);
        }
        if (!(json instanceof Map<?, ?> map)) {
            throw KaravelException.invalid(
                    field, field + ": a metric is a name or an adhoc metric, not " + shown(json));
        }
        String label = text(map, "label");
        if ("SQL".equals(text(map, "expressionType"))) {
            String sql = required(field, map, "sqlExpression", "adhoc metric");
            return new Metric.Expression(sql, label.isEmpty() ? sql : label);
        }
        if (map.get("column") != null || map.get("aggregate") != null) {
            String column = columnName(field, map.get("column"));
            String word = required(field, map, "aggregate", "adhoc metric").toUpperCase(Locale.ROOT);
            if (word.equals("MEDIAN") || word.equals("PERCENTILE")) {
                double fraction = word.equals("MEDIAN") ? 0.5 : fraction(field, map.get("percentile"));
                String written = word.equals("MEDIAN") ? word : word + " " + fraction;
                return new Metric.Percentile(column, fraction, label.isEmpty() ? written + "(" + column + ")" : label);
            }
            Aggregate aggregate = aggregate(field, word);
            return new Metric.Simple(column, aggregate, label.isEmpty() ? aggregate + "(" + column + ")" : label);
        }
        String saved = text(map, "metric_name").isEmpty() ? label : text(map, "metric_name");
        if (saved.isEmpty()) {
            throw KaravelException.invalid(
                    field, field + ": an adhoc metric needs column and aggregate, or sqlExpression");
        }
        return new Metric.Saved(saved);
    }

    /**
     * A column's name, or an adhoc column {@code {sqlExpression, label}}, whose own {@code timeGrain} goes first.
     *
     * @param grain for a column that says none itself
     */
    public static Dimension dimension(String field, Object json, Optional<TimeGrain> grain) {
        if (json instanceof String name && !name.isBlank()) {
            return new Dimension.Named(name, grain);
        }
        if (!(json instanceof Map<?, ?> map)) {
            throw KaravelException.invalid(
                    field, field + ": a column is a name or an adhoc column, not " + shown(json));
        }
        Optional<TimeGrain> own = text(map, "timeGrain").isEmpty() ? grain : grain(field, text(map, "timeGrain"));
        if (!text(map, "column_name").isEmpty()) {
            return new Dimension.Named(text(map, "column_name"), own);
        }
        String sql = required(field, map, "sqlExpression", "adhoc column");
        if (Boolean.TRUE.equals(map.get("isColumnReference"))) {
            return new Dimension.Named(sql, own);
        }
        return new Dimension.Expression(sql, text(map, "label").isEmpty() ? sql : text(map, "label"), own);
    }

    /** A grain by its duration; none for null and "". */
    public static Optional<TimeGrain> grain(String field, Object json) {
        if (json == null || "".equals(json)) {
            return Optional.empty();
        }
        Optional<TimeGrain> grain = TimeGrain.of(json.toString());
        if (grain.isEmpty()) {
            throw KaravelException.invalid(
                    field, field + ": no time grain " + shown(json) + "; write P1D, P1W, P1M, ...");
        }
        return grain;
    }

    /** A query object's filter {@code {col, op, val}}; a {@code grain} in it rounds the column. */
    public static Filter filter(String field, Object json) {
        if (!(json instanceof Map<?, ?> map)) {
            throw KaravelException.invalid(field, field + ": a filter is {col, op, val}, not " + shown(json));
        }
        return filter(
                field, dimension(field, map.get("col"), grain(field, map.get("grain"))), map.get("op"), map.get("val"));
    }

    static Filter filter(String field, Dimension on, Object operatorWord, Object value) {
        Operator operator = Operator.of(operatorWord == null ? null : operatorWord.toString())
                .orElseThrow(() -> KaravelException.invalid(
                        field, field + ": no operator " + shown(operatorWord) + "; there are " + operatorWords()));
        return new Filter(on, operator, values(field, on, operator, value));
    }

    /**
     * An order key {@code [term, ascending]}, ascending being a boolean.
     *
     * @param selected a name that is the label of one of these means it
     * @param savedMetrics other names that are metrics; the rest are columns
     */
    public static Order order(
            String field, Object json, Collection<? extends Term> selected, Set<String> savedMetrics) {
        if (!(json instanceof List<?> pair) || pair.size() != 2 || !(pair.get(1) instanceof Boolean ascending)) {
            throw KaravelException.invalid(
                    field, field + ": an order is [column or metric, ascending], not " + shown(json));
        }
        return new Order(term(field, pair.get(0), selected, savedMetrics), ascending);
    }

    /** A column or metric; see {@link #order}. */
    public static Term term(String field, Object json, Collection<? extends Term> selected, Set<String> savedMetrics) {
        if (json instanceof Map<?, ?> map) {
            boolean column = map.containsKey("column_name") || map.containsKey("columnType");
            return column ? dimension(field, json, Optional.empty()) : metric(field, json);
        }
        for (Term term : selected) {
            if (term.label().equals(json)) {
                return term;
            }
        }
        return savedMetrics.contains(json) ? metric(field, json) : dimension(field, json, Optional.empty());
    }

    /** A step after the query, {@code {operation, options}}. */
    public static PostProcessing postProcessing(String field, Object json) {
        if (!(json instanceof Map<?, ?> map)) {
            throw KaravelException.invalid(field, field + ": a step is {operation, options}, not " + shown(json));
        }
        Map<String, Object> options = new LinkedHashMap<>();
        if (map.get("options") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> options.put(name.toString(), value));
        }
        return new PostProcessing(required(field, map, "operation", "post-processing step"), options);
    }

    private static List<Object> values(String field, Dimension on, Operator operator, Object value) {
        List<Object> given =
                value instanceof Collection<?> many ? new ArrayList<>(many) : new ArrayList<>(Arrays.asList(value));
        for (Object each : given) {
            if (each instanceof Map || each instanceof Collection) {
                throw KaravelException.invalid(
                        field, field + ": a filter value is a text, a number, true, false or null");
            }
        }
        return switch (operator) {
            case IS_NULL, IS_NOT_NULL, IS_TRUE, IS_FALSE -> List.of();
            case IN, NOT_IN -> given;
            case TEMPORAL_RANGE -> List.of(given.isEmpty() || given.get(0) == null ? "No filter" : given.get(0));
            default -> {
                if (given.size() != 1 || given.get(0) == null) {
                    throw KaravelException.invalid(
                            field, field + ": " + on.label() + " " + operator.word() + " needs one value");
                }
                yield given;
            }
        };
    }

    private static String columnName(String field, Object column) {
        if (column instanceof String name && !name.isBlank()) {
            return name;
        }
        if (column instanceof Map<?, ?> map) {
            return required(field, map, "column_name", "adhoc metric's column");
        }
        throw KaravelException.invalid(field, field + ": the adhoc metric needs a column");
    }

    private static Aggregate aggregate(String field, String word) {
        for (Aggregate aggregate : Aggregate.values()) {
            if (aggregate.name().equals(word)) {
                return aggregate;
            }
        }
        throw KaravelException.invalid(
                field,
                field + ": no aggregate " + shown(word) + "; there are " + Arrays.toString(Aggregate.values())
                        + ", MEDIAN and PERCENTILE");
    }

    private static double fraction(String field, Object json) {
        if (json instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
            return number.doubleValue();
        }
        throw KaravelException.invalid(
                field, field + ": a PERCENTILE needs percentile, a number from 0 to 1 such as 0.9, not " + shown(json));
    }

    static String required(String field, Map<?, ?> map, String name, String what) {
        String text = text(map, name);
        if (text.isBlank()) {
            throw KaravelException.invalid(field, field + ": the " + what + " needs " + name);
        }
        return text;
    }

    static String text(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? text : "";
    }

    static String shown(Object json) {
        String text = String.valueOf(json);
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    private static String operatorWords() {
        return Arrays.stream(Operator.values()).map(Operator::word).collect(Collectors.joining(", "));
    }
}
