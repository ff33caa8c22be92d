package dev.karavel.web.list;

import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What Superset's {@code _info} routes tell: what the caller may do with this kind of thing, and how its list filters. */
public final class Info {
    private Info() {}

    public static Map<String, Object> of(
            AccessControl access, Principal principal, String view, Map<String, List<String>> filters) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "permissions",
                Stream.of("can_read", "can_write", "can_export", "can_warm_up_cache")
                        .filter(action -> access.may(principal, action, view))
                        .toList());
        Map<String, Object> offered = new LinkedHashMap<>();
        filters.forEach((column, operators) -> offered.put(
                column,
                operators.stream()
                        .map(operator -> Map.of("name", operator, "operator", operator))
                        .toList()));
        answer.put("filters", offered);
        return answer;
    }
}
