package dev.karavel.web.list;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.web.rison.Rison;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list query as Superset's clients write it, and the reply they expect. */
public final class ListRequest {
    private static final int USUAL_SIZE = 25;
    private static final int LARGEST_SIZE = 1000;

    private final Map<String, Object> query;

    private ListRequest(Map<String, Object> query) {
        this.query = query;
    }

    /** @param q Rison or JSON, or null for everything as usual */
    public static ListRequest parse(String q) {
        if (q == null || q.isBlank()) {
            return new ListRequest(Map.of());
        }
        return new ListRequest(object(Rison.parse(q), "q"));
    }

    public ListQuery query(Visibility visibility) {
        return query(visibility, (column, operator, value) -> new Condition(column, operator, value));
    }

    /** With filters by which people ask for what is theirs: dashboard_is_favorite, chart_created_by_me. */
    public ListQuery query(Visibility visibility, Principal asker) {
        return query(visibility, (column, operator, value) -> {
            if (operator.endsWith("_is_favorite")) {
                boolean marked = !String.valueOf(value).matches("false|0");
                return new Condition("favorite_of", marked ? "eq" : "neq", asker.userId());
            }
            if (operator.endsWith("_created_by_me")) {
                return new Condition("created_by", "rel_o_m", asker.userId());
            }
            return new Condition(column, operator, value);
        });
    }

    /** What a filter asks of a repository. */
    @FunctionalInterface
    private interface Reading {
        Condition condition(String column, String operator, Object value);
    }

    private ListQuery query(Visibility visibility, Reading reading) {
        List<Condition> conditions = new ArrayList<>();
        for (Object item : list("filters")) {
            Map<String, Object> filter = object(item, "filters");
            conditions.add(reading.condition(word(filter, "col"), word(filter, "opr"), filter.get("value")));
        }
        String order = query.get("order_column") instanceof String column ? column : "";
        boolean descending = "desc".equals(query.get("order_direction"));
        return new ListQuery(conditions, order, descending, Math.max(0, whole("page", 0)), size(), visibility);
    }

    /** Only the columns that were asked for, if any were; the id is always there. */
    public Map<String, Object> answer(
            String title, List<String> orderColumns, Page<?> page, List<Map<String, Object>> rows) {
        Set<Object> wanted = new HashSet<>(columns());
        List<Map<String, Object>> result = rows;
        if (!wanted.isEmpty()) {
            result = rows.stream().map(row -> only(row, wanted)).toList();
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("count", page.count());
        answer.put("ids", rows.stream().map(row -> row.get("id")).toList());
        answer.put("result", result);
        List<String> names =
                result.isEmpty() ? List.of() : List.copyOf(result.get(0).keySet());
        answer.put("list_columns", names);
        answer.put("order_columns", orderColumns);
        answer.put("label_columns", labels(names));
        answer.put("description_columns", Map.of());
        answer.put("list_title", title);
        return answer;
    }

    private List<Object> columns() {
        List<Object> selected = list("select_columns");
        return selected.isEmpty() ? list("columns") : selected;
    }

    private static Map<String, Object> only(Map<String, Object> row, Set<Object> wanted) {
        Map<String, Object> result = new LinkedHashMap<>(row);
        result.keySet().removeIf(name -> !name.equals("id") && !wanted.contains(name) && !nested(wanted, name));
        return result;
    }

    /** Clients also ask for parts of a column: "changed_by.first_name". */
    private static boolean nested(Set<Object> wanted, String name) {
        return wanted.stream().anyMatch(column -> column instanceof String text && text.startsWith(name + "."));
    }

    private static Map<String, String> labels(List<String> names) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String name : names) {
            String words = name.replace('_', ' ');
            labels.put(name, Character.toUpperCase(words.charAt(0)) + words.substring(1));
        }
        return labels;
    }

    private int size() {
        int size = whole("page_size", USUAL_SIZE);
        return size < 1 ? LARGEST_SIZE : Math.min(size, LARGEST_SIZE);
    }

    private int whole(String name, int fallback) {
        Object value = query.get(name);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Number number && number.doubleValue() == number.intValue()) {
            return number.intValue();
        }
        throw KaravelException.invalid(name, "The field " + name + " has to be a whole number");
    }

    private List<Object> list(String name) {
        Object value = query.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        throw KaravelException.invalid(name, "The field " + name + " has to be a list");
    }

    private static String word(Map<String, Object> filter, String name) {
        if (filter.get(name) instanceof String word) {
            return word;
        }
        throw KaravelException.invalid("filters", "Every filter needs col, opr and value");
    }

    private static Map<String, Object> object(Object value, String name) {
        if (!(value instanceof Map<?, ?> map)) {
            throw KaravelException.invalid(name, "The field " + name + " has to hold objects");
        }
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, item) -> result.put(String.valueOf(key), item));
        return result;
    }
}
