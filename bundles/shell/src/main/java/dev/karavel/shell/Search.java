package dev.karavel.shell;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Visibility;
import java.util.List;

/** The whole of a list, or what of it holds a text. */
final class Search {
    private Search() {}

    static ListQuery by(String column, String operator, String text, String order) {
        List<ListQuery.Condition> conditions =
                text.isEmpty() ? List.of() : List.of(new ListQuery.Condition(column, operator, text));
        return new ListQuery(conditions, order, false, 0, Integer.MAX_VALUE, new Visibility.All());
    }
}
