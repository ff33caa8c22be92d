package dev.karavel.cache;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a node may do for the others. */
final class Roles {
    static final Set<String> ALL = Set.of("web", "worker", "beat");

    private Roles() {}

    /** @throws IllegalArgumentException if it is no list of roles */
    static Set<String> of(String text) {
        Set<String> roles = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toSet());
        if (roles.isEmpty() || roles.equals(Set.of("all"))) {
            return ALL;
        }
        if (!ALL.containsAll(roles)) {
            throw new IllegalArgumentException("dev.karavel.cache roles: of web, worker and beat, or all, not " + text);
        }
        return roles;
    }
}
