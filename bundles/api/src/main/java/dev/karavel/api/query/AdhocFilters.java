package dev.karavel.api.query;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Superset's adhoc filters, sorted into what a query spec holds.
 *
 * @param where the SQL conditions on rows, each in parentheses, joined by AND; or empty
 * @param having the SQL conditions on groups, likewise
 */
public record AdhocFilters(List<Filter> filters, String where, String having) {
    public AdhocFilters {
        filters = List.copyOf(filters);
    }

    /** @throws KaravelException INVALID_REQUEST naming the field */
    public static AdhocFilters read(String field, Collection<?> json) {
        List<Filter> filters = new ArrayList<>();
        List<String> where = new ArrayList<>();
        List<String> having = new ArrayList<>();
        for (Object each : json) {
            if (!(each instanceof Map<?, ?> map)) {
                throw KaravelException.invalid(
                        field, field + ": an adhoc filter is an object, not " + Terms.shown(each));
            }
            boolean onGroups = "HAVING".equalsIgnoreCase(Terms.text(map, "clause"));
            if ("SQL".equals(Terms.text(map, "expressionType"))) {
                String sql = Terms.text(map, "sqlExpression");
                if (!sql.isBlank()) {
                    (onGroups ? having : where).add(sql);
                }
            } else if (onGroups) {
                throw KaravelException.invalid(field, field + ": a HAVING condition has to be an SQL expression");
            } else {
                Dimension on = Terms.dimension(field, map.get("subject"), Optional.empty());
                filters.add(Terms.filter(field, on, map.get("operator"), map.get("comparator")));
            }
        }
        return new AdhocFilters(filters, and(where), and(having));
    }

    /** Both conditions; either may be empty. */
    public static String and(String one, String other) {
        return and(List.of(one, other));
    }

    // The line break ends a comment that the condition may end with, before the parenthesis is closed.
    private static String and(List<String> conditions) {
        List<String> some = conditions.stream().filter(sql -> !sql.isBlank()).toList();
        return some.size() == 1
                ? some.get(0)
                : String.join(
                        " AND ", some.stream().map(sql -> "(" + sql + "\n)").toList());
    }
}
