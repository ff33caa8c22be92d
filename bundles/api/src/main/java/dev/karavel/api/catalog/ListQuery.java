package dev.karavel.api.catalog;

import java.util.List;
import java.util.Objects;

/**
 * Which things of a list, in which order. Columns are Superset's names (dashboard_title, slice_name, changed_on_delta_humanized …);
 * one that cannot be filtered or ordered by is refused by the repository with the list of those that can.
 *
 * @param page from 0
 * @param visibility what of it the asker may see
 */
public record ListQuery(
        List<Condition> conditions,
        String orderColumn,
        boolean descending,
        int page,
        int pageSize,
        Visibility visibility) {
    /** {@code operator} is one of eq neq sw ct gt lt in rel_o_m rel_m_m, or a word of its own such as title_or_slug. */
    public record Condition(String column, String operator, Object value) {}

    public ListQuery {
        conditions = List.copyOf(conditions);
        Objects.requireNonNull(visibility, "visibility");
    }

    /** Everything there is, in the repository's own order; for shell and importer, not for routes. */
    public static ListQuery everything() {
        return new ListQuery(List.of(), "", false, 0, Integer.MAX_VALUE, new Visibility.All());
    }
}
