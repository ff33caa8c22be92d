package dev.karavel.metadata.list;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.error.KaravelException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By which columns a list can be filtered and ordered, and where they lie. Columns have the names Superset gives them; the
 * entity is "e" in every path.
 */
public final class ListColumns {
    private final String things;
    private final String ownOrder;
    private final boolean ownDescending;
    private final Map<String, Map<String, Filter>> filters = new TreeMap<>();
    private final Map<String, String> orders = new TreeMap<>();

    /** How to order a list: by the values of a JPQL expression. */
    public record Order(String path, boolean descending) {}

    /** @param ownOrder column of a list for which nobody names one */
    public ListColumns(String things, String ownOrder, boolean ownDescending) {
        this.things = things;
        this.ownOrder = ownOrder;
        this.ownDescending = ownDescending;
        number("id", "e.id");
        text("uuid", "e.uuid", "e.uuid");
    }

    public ListColumns text(String column, String path) {
        return text(column, path, "lower(" + path + ")");
    }

    private ListColumns text(String column, String path, String order) {
        equality(column, path, Value::text);
        filter(column, "sw", (value, where) -> found(path, value.text(), where) + " = 1");
        search(column, "ct", path);
        orders.put(column, order);
        return this;
    }

    public ListColumns number(String column, String path) {
        equality(column, path, Value::number);
        filter(column, "gt", (value, where) -> path + " > " + where.parameter(value.number()));
        filter(column, "lt", (value, where) -> path + " < " + where.parameter(value.number()));
        orders.put(column, path);
        return this;
    }

    public ListColumns flag(String column, String path) {
        filter(column, "eq", (value, where) -> path + " = " + where.parameter(value.flag()));
        filter(column, "neq", (value, where) -> path + " <> " + where.parameter(value.flag()));
        orders.put(column, path);
        return this;
    }

    public ListColumns time(String column, String path) {
        filter(column, "gt", (value, where) -> path + " > " + where.parameter(value.time()));
        filter(column, "lt", (value, where) -> path + " < " + where.parameter(value.time()));
        orders.put(column, path);
        return this;
    }

    /** A thing that points at one other; 0 finds those that point at none. */
    public ListColumns one(String column, String path) {
        equality(column, path, Value::number);
        Filter same = filters.get(column).get("eq");
        filter(
                column,
                "rel_o_m",
                (value, where) -> value.number() == 0 ? path + " is null" : same.condition(value, where));
        return this;
    }

    /** A thing that points at several others; {@code collection} holds ids, or entities if {@code id} is ".id". */
    public ListColumns many(String column, String entity, String collection, String id) {
        // "y in :list" is no JPQL where y is no path
        Filter filter = (value, where) -> "exists (select x.id from " + entity + " x join x." + collection
                + " y where x.id = e.id and ("
                + value.each().stream()
                        .map(one -> "y" + id + " = " + where.parameter(one.number()))
                        .collect(Collectors.joining(" or ", "1 = 0 or ", "))"));
        filter(column, "rel_m_m", filter);
        filter(column, "eq", filter);
        return this;
    }

    /** Several others that point at a thing: their collection holds its id. */
    public ListColumns manyOf(String column, String entity, String collection) {
        Filter filter = (value, where) -> value.each().stream()
                .map(one -> "exists (select x.id from " + entity + " x where x.id = " + where.parameter(one.number())
                        + " and e.id member of x." + collection + ")")
                .collect(Collectors.joining(" or ", "1 = 0 or ", ""));
        return filter(column, "rel_m_m", filter);
    }

    /** An operator of its own that looks for a text in several places. */
    public ListColumns search(String column, String operator, String... paths) {
        return filter(column, operator, (value, where) -> Stream.of(paths)
                .map(path -> found(path, value.text(), where) + " > 0")
                .collect(Collectors.joining(" or ")));
    }

    /** An operator of its own that takes true or false. */
    public ListColumns choice(String column, String operator, String ifTrue, String ifFalse) {
        return filter(column, operator, (value, where) -> value.flag() ? ifTrue : ifFalse);
    }

    /** Things somebody marked, or did not mark: the value is who. */
    public ListColumns favorites(String kind) {
        filter("favorite_of", "eq", (value, where) -> marked(kind, value, where));
        return filter("favorite_of", "neq", (value, where) -> "not " + marked(kind, value, where));
    }

    /** By words in the names of tags, or by the id of one. */
    public ListColumns tags(String prefix, String kind) {
        filter(
                "tags",
                prefix + "_tags",
                (value, where) -> tagged(kind, found("t.name", value.text(), where) + " > 0", where));
        filter("tags", prefix + "_tag_id", (value, where) -> tagged(kind, ids(value, where), where));
        return filter("tags", "rel_m_m", filters.get("tags").get(prefix + "_tag_id"));
    }

    private static String ids(Value value, Where where) {
        return value.each().stream()
                .map(one -> "o.tagId = " + where.parameter(one.number()))
                .collect(Collectors.joining(" or ", "(1 = 0 or ", ")"));
    }

    private static String tagged(String kind, String condition, Where where) {
        return "exists (select o.id from TaggedEntity o join o.tag t where o.objectId = e.id and o.kind = "
                + where.parameter(kind) + " and " + condition + ")";
    }

    private static String marked(String kind, Value value, Where where) {
        return "exists (select f.id from FavoriteEntity f where f.objectId = e.id and f.kind = " + where.parameter(kind)
                + " and f.userId = " + where.parameter(value.number()) + ")";
    }

    public ListColumns order(String column, String path) {
        orders.put(column, path);
        return this;
    }

    /** Who changed a thing and when. */
    public ListColumns stamped() {
        one("created_by", "e.createdBy");
        one("changed_by", "e.changedBy");
        time("created_on", "e.createdOn");
        time("changed_on", "e.changedOn");
        order("changed_on_delta_humanized", "e.changedOn");
        order("created_by.first_name", "lower(creator.firstName)");
        return order("changed_by.first_name", "lower(changer.firstName)");
    }

    /** Operators by column. */
    public Map<String, Set<String>> filters() {
        Map<String, Set<String>> offered = new TreeMap<>();
        filters.forEach((column, operators) -> offered.put(column, operators.keySet()));
        return offered;
    }

    public Set<String> orders() {
        return orders.keySet();
    }

    public void filter(ListQuery.Condition condition, Where where) {
        Map<String, Filter> operators = filters.get(condition.column());
        if (operators == null) {
            throw KaravelException.invalid(
                    "filters",
                    things + " cannot be filtered by " + condition.column() + ", but by " + filters.keySet());
        }
        Filter filter = operators.get(condition.operator());
        if (filter == null) {
            throw KaravelException.invalid(
                    "filters",
                    condition.column() + " of " + things + " cannot be filtered with " + condition.operator()
                            + ", but with " + operators.keySet());
        }
        where.and(filter.condition(new Value(condition.column(), condition.value()), where));
    }

    public Order order(ListQuery query) {
        if (query.orderColumn().isEmpty()) {
            return new Order(orders.get(ownOrder), ownDescending);
        }
        String path = orders.get(query.orderColumn());
        if (path == null) {
            throw KaravelException.invalid(
                    "order_column",
                    things + " cannot be ordered by " + query.orderColumn() + ", but by " + orders.keySet());
        }
        return new Order(path, query.descending());
    }

    private void equality(String column, String path, Function<Value, Object> reading) {
        filter(column, "eq", (value, where) -> path + " in " + parameters(value, reading, where));
        filter(column, "in", filters.get(column).get("eq"));
        filter(column, "neq", (value, where) -> path + " <> " + where.parameter(reading.apply(value)));
    }

    private ListColumns filter(String column, String operator, Filter filter) {
        filters.computeIfAbsent(column, name -> new TreeMap<>()).put(operator, filter);
        return this;
    }

    private static String parameters(Value value, Function<Value, Object> reading, Where where) {
        Collection<Object> wanted = value.each().stream().map(reading).toList();
        // JPQL knows no empty list
        return wanted.isEmpty() ? "(select x.id from LogEntity x where 1 = 0)" : where.parameter(wanted);
    }

    /** Where in the column the text begins, 0 if nowhere, whatever the case of letters. */
    private static String found(String path, String text, Where where) {
        // both sides in the database, which may have its own mind of what a lower-case letter is
        return "locate(lower(" + where.parameter(text) + "), lower(" + path + "))";
    }
}
