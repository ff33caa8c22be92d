package dev.karavel.viz.query;

import dev.karavel.api.query.Terms;
import dev.karavel.spi.data.AnyOf;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.Term;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import dev.karavel.spi.viz.InvalidFormData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a reader is in a table whose pages come from the server: {@code own_state} beside the form data, under the names of
 * Superset's.
 */
record OwnState(Map<?, ?> values) {
    private static final int MOST_ROWS_OF_A_PAGE = 10_000;

    static OwnState of(FormData form) {
        Object given = form.values().get("own_state");
        if (given != null && !(given instanceof Map<?, ?>)) {
            throw new InvalidFormData("own_state", "own_state: an object is needed, not " + given);
        }
        return new OwnState(given instanceof Map<?, ?> map ? map : Map.of());
    }

    int page() {
        return number("currentPage", 0, 0);
    }

    int pageSize(int fallback) {
        return Math.min(number("pageSize", fallback, 1), MOST_ROWS_OF_A_PAGE);
    }

    /** Rows of which some text holds what was searched for: that of the column the reader chose, else that of any column of text. */
    Optional<AnyOf> search(List<Dimension> columns, DatasetInfo dataset) {
        String words = values.get("searchText") instanceof String text ? text.strip() : "";
        Object wanted = values.get("searchColumn");
        List<Filter> some = words.isEmpty()
                ? List.of()
                : columns.stream()
                        .filter(column -> wanted == null
                                ? isText(column, dataset)
                                : column.label().equals(wanted) && mayBeText(column, dataset))
                        .map(column -> new Filter(column, Operator.CONTAINS, List.of(words)))
                        .toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(new AnyOf(some));
    }

    /** The order of the columns a reader clicked; of those that are not selected, none. */
    List<Order> orders(List<? extends Term> selected) {
        List<Order> orders = new ArrayList<>();
        for (Object each : values.get("sortBy") instanceof List<?> list ? list : List.of()) {
            if (each instanceof Map<?, ?> sort && sort.get("id") instanceof String name) {
                boolean ascending = !Boolean.TRUE.equals(sort.get("desc"));
                selected.stream()
                        .filter(term -> term.label().equals(name) || ("%" + term.label()).equals(name))
                        .findFirst()
                        .map(term -> Terms.order("own_state", List.of(term.label(), ascending), selected, Set.of()))
                        .ifPresent(orders::add);
            }
        }
        return orders;
    }

    private static boolean isText(Dimension column, DatasetInfo dataset) {
        return column instanceof Dimension.Named named && dataset.columns().get(named.column()) == ColumnType.TEXT;
    }

    // What an expression gives is not known before it is asked.
    private static boolean mayBeText(Dimension column, DatasetInfo dataset) {
        return column instanceof Dimension.Expression || isText(column, dataset);
    }

    private int number(String name, int fallback, int least) {
        Object value = values.get(name);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Number number && number.intValue() == number.doubleValue() && number.intValue() >= least) {
            return number.intValue();
        }
        throw new InvalidFormData(
                "own_state", "own_state." + name + ": a whole number from " + least + " is needed, not " + value);
    }
}
