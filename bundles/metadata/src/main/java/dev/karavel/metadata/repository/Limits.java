package dev.karavel.metadata.repository;

import dev.karavel.metadata.list.Where;
import java.util.Collection;

/** Conditions that several kinds of list share. Correlated throughout: Derby runs a subquery under "or" for each row. */
final class Limits {
    private Limits() {}

    static String in(String path, Collection<?> values, Where where) {
        // JPQL knows no empty list
        return values.isEmpty() ? "1 = 0" : path + " in " + where.parameter(values);
    }

    static String owned(String entity, long userId, Where where) {
        return "exists (select x.id from " + entity + " x join x.owners o where x.id = e.id and o = "
                + where.parameter(userId) + ")";
    }
}
