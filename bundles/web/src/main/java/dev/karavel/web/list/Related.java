package dev.karavel.web.list;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.KaravelException;
import dev.karavel.web.rison.Rison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values people can choose for a column, as Superset's {@code related} routes give them. */
public final class Related {
    private static final int MOST = 100;

    private Related() {}

    public static Map<String, Object> people(Users users, String q) {
        String part = part(q);
        Page<User> page = users.list(new ListQuery(List.of(), "", false, 0, Integer.MAX_VALUE, new Visibility.All()));
        List<Map<String, Object>> rows = page.items().stream()
                .filter(User::active)
                .filter(user -> user.fullName().toLowerCase(Locale.ROOT).contains(part))
                .limit(MOST)
                .map(user -> row(user.id(), user.fullName()))
                .toList();
        return answer(rows);
    }

    /** For things without owners: whoever may have made or changed them. */
    public static Map<String, Object> makers(String column, Users users, String q) {
        return switch (column) {
            case "created_by", "changed_by" -> people(users, q);
            default -> throw KaravelException.notFound("Column", column);
        };
    }

    public static Map<String, Object> answer(List<Map<String, Object>> rows) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("count", rows.size());
        answer.put("result", rows);
        return answer;
    }

    public static Map<String, Object> row(Object value, String text) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("value", value);
        row.put("text", text);
        row.put("extra", Map.of());
        return row;
    }

    public static String part(String q) {
        Object query = q == null || q.isBlank() ? Map.of() : Rison.parse(q);
        return query instanceof Map<?, ?> map && map.get("filter") instanceof String filter
                ? filter.toLowerCase(Locale.ROOT)
                : "";
    }
}
