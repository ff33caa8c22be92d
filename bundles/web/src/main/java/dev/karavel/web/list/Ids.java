package dev.karavel.web.list;

import dev.karavel.api.error.KaravelException;
import dev.karavel.web.rison.Rison;
import java.util.ArrayList;
import java.util.List;

/** A list of ids in a query parameter: {@code q=!(1,2,3)}. */
public final class Ids {
    private static final int MOST = 1000;

    private Ids() {}

    public static List<Long> parse(String q) {
        Object value = q == null || q.isBlank() ? List.of() : Rison.parse(q);
        List<Long> ids = new ArrayList<>();
        if (value instanceof List<?> list && list.size() <= MOST) {
            for (Object item : list) {
                if (!(item instanceof Number number)) {
                    throw wrong();
                }
                ids.add(number.longValue());
            }
            return ids;
        }
        throw wrong();
    }

    private static KaravelException wrong() {
        return KaravelException.invalid("q", "q has to be a list of at most " + MOST + " ids, such as !(1,2)");
    }
}
